import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createHttpServer } from '../../../lib/local-pool/server/http-server';
import { Browser, type Location } from './browser';
import { buildOAuthPool, challenge, redirectUri, type OAuthPool, type OAuthPoolOptions } from './oauth-pool';
import { serverOptions } from '../server-options';

/** A pool with managed login, served over HTTP. */
export interface PagesPool extends OAuthPool {
  readonly origin: string;
  /** A new browser, without a cookie. */
  readonly browser: (headers?: Readonly<Record<string, string>>) => Browser;
  /** The address of an authorization request of `web`; a change to undefined leaves a parameter out. */
  readonly authorize: (changes?: Readonly<Record<string, string | undefined>>) => string;
  /** The code of the newest message. */
  readonly newestCode: () => string;
  readonly close: () => Promise<void>;
}

export const state = 'af0ifjsldkj';

export async function buildPagesPool(options: OAuthPoolOptions = {}): Promise<PagesPool> {
  const built = await buildOAuthPool(options);
  const server = createHttpServer(serverOptions(built));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    ...built,
    origin: `http://localhost:${port}`,
    browser: (headers) => new Browser(port, headers),
    authorize(changes = {}) {
      const parameters: Readonly<Record<string, string | undefined>> = {
        response_type: 'code',
        client_id: built.client('web').id,
        redirect_uri: redirectUri,
        state,
        code_challenge: challenge,
        code_challenge_method: 'S256',
        ...changes,
      };
      const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined);
      return `/oauth2/authorize?${new URLSearchParams(given).toString()}`;
    },
    newestCode() {
      const code = built.inbox.all().at(-1)?.code;
      if (code === undefined) throw new Error('No message with a code was sent.');
      return code;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** The code with which the browser returned to the app, with its state. */
export function codeOf({ left, body }: Location): string {
  if (left === undefined) throw new Error(`The browser is still at a page: ${body}`);
  expect(left.origin + left.pathname).toBe(redirectUri);
  expect(left.searchParams.get('state')).toBe(state);
  const code = left.searchParams.get('code');
  if (code === null) throw new Error(`The app was told ${left.search}`);
  return code;
}
