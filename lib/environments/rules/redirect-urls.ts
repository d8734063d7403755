import type { Environment } from '../environment';
import type { Path } from '../problem';
import { isPagesClient, type PagesClient } from '../user-clients';
import { defineRule, type Finding, type Rule } from './rule';

interface Redirect {
  readonly path: Path;
  readonly got: string;
  readonly kind: PagesClient['kind'];
}

/** Every address to which the pages of managed login may send a browser. */
function redirects(clients: Environment['clients']): readonly Redirect[] {
  return Object.entries(clients).flatMap(([name, client]) => {
    if (!isPagesClient(client) || client.managedLogin.use === 'off') return [];
    const { managedLogin, kind } = client;
    return (['callbackUrls', 'logoutUrls'] as const).flatMap((list) =>
      managedLogin[list].map((got, index) => ({ path: ['clients', name, 'managedLogin', list, index], got, kind })),
    );
  });
}

/** A finding for every address that is refused. */
function refused(
  clients: Environment['clients'],
  refuse: (url: URL, kind: PagesClient['kind']) => Pick<Finding, 'allowed' | 'instead'> | undefined,
): readonly Finding[] {
  return redirects(clients).flatMap(({ path, got, kind }) => {
    const refusal = URL.canParse(got) ? refuse(new URL(got), kind) : undefined;
    return refusal === undefined ? [] : [{ path, got, ...refusal }];
  });
}

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** Where codes go, and browsers after signing out: whoever owns such an address gets what is sent there. */
export const redirectUrlRules: readonly Rule[] = [
  defineRule({
    id: 'redirect-url-absolute',
    what: 'Callback and logout URLs are absolute, without a fragment and without credentials.',
    source: 'Cognito API, CreateUserPoolClient: CallbackURLs; RFC 6749 section 3.1.2.',
    covers: ['deploy-38'],
    reads: ['clients'],
    check: ({ clients }) =>
      redirects(clients).flatMap(({ path, got }) => {
        const url = URL.canParse(got) ? new URL(got) : undefined;
        const isBare = !got.includes('#') && url?.username === '' && url.password === '';
        if (url !== undefined && isBare) return [];
        return [
          {
            path,
            got,
            allowed: 'an absolute URL without fragment, user name and password',
            instead:
              url === undefined
                ? 'Write the scheme and the host too, as in "https://app.example.com/signed-in".'
                : 'Remove what follows the #, and what stands before the @ of the host.',
          },
        ];
      }),
  }),
  defineRule({
    id: 'redirect-url-without-wildcard',
    what: 'No callback or logout URL holds a wildcard.',
    source: 'RFC 9700 section 2.1: redirect URIs are compared by exact matching, and so does Cognito.',
    covers: ['unsafe-9'],
    reads: ['clients'],
    check: ({ clients }) =>
      refused(clients, ({ href }) =>
        href.includes('*')
          ? {
              allowed: 'a URL without *',
              instead: 'List every address in full: Cognito compares them letter by letter.',
            }
          : undefined,
      ),
  }),
  defineRule({
    id: 'redirect-url-encrypted',
    what: 'Callback and logout URLs use https; plain http is for loopback outside production.',
    source:
      'Cognito API, CreateUserPoolClient: CallbackURLs, where loopback is for testing only; RFC 9700 section 2.6.',
    covers: ['deploy-38', 'unsafe-9'],
    reads: ['class', 'clients'],
    check: (environment) =>
      refused(environment.clients, ({ protocol, hostname }) => {
        if (protocol !== 'http:') return undefined;
        const isLoopback = loopback.includes(hostname);
        const isProduction = environment.class === 'production';
        if (isLoopback && !isProduction) return undefined;
        return {
          allowed: isProduction ? 'https in class production' : `https, or http on ${loopback.join(', ')}`,
          instead: isLoopback
            ? 'Remove it here, and leave it in the environments that developers use.'
            : 'Write https: a code that travels in the clear can be read on the way.',
        };
      }),
  }),
  defineRule({
    id: 'redirect-url-app-scheme',
    what: 'A scheme of an app is for clients of kind native, and is a domain name backwards.',
    source: 'RFC 8252 section 7.1; Cognito API, CreateUserPoolClient: CallbackURLs.',
    covers: ['deploy-38'],
    reads: ['clients'],
    check: ({ clients }) =>
      refused(clients, ({ protocol }, kind) => {
        if (protocol === 'https:' || protocol === 'http:') return undefined;
        if (kind !== 'native') {
          return {
            allowed: `https for a client of kind ${kind}`,
            instead: 'Write https; an app on a phone or a desktop is a client of kind "native".',
          };
        }
        if (protocol.includes('.')) return undefined;
        return {
          allowed: 'a scheme like com.example.app:, a domain of yours backwards',
          instead:
            'Put your domain into the scheme, or use an https link that opens the app: every app can take a word.',
        };
      }),
  }),
];
