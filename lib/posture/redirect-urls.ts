import type { AppClient } from './app-clients';
import type { Finding } from './control';
import type { EnvironmentClass } from './intent';
import { lookAtMembers, refusing } from './members';
import type { Worth } from './members';
import type { Subject } from './subject';

const loopback = ['localhost', '127.0.0.1', '[::1]'];

const wanted =
  'https without *, #, user name or password; http on loopback alone; a scheme of an app with a dot; not example.com';

/** Holds the addresses of a property of an app client, a list or a text, against what a redirect may be. */
export function lookAtRedirects(
  { at, kind }: AppClient,
  { intent }: Pick<Subject, 'intent'>,
  property: string,
): readonly Finding[] {
  if (at.resource.properties[property] === undefined) return [];
  const onLoopback = worthOfLoopback(kind, intent.class);
  const ofTexts = refusing((text) => !isOwnable(text));
  return [
    lookAtMembers(at, property, {
      wanted: onLoopback === 'fine' ? wanted : `${wanted}; loopback outside production or in a native app`,
      worth: (each) => (typeof each === 'string' && isOwnable(each) && isOnLoopback(each) ? onLoopback : ofTexts(each)),
    }),
  ];
}

/** Where an address leads: its scheme and host, which is what somebody else could own. */
export function placeOf(text: string): string {
  if (!URL.canParse(text)) return text;
  const { protocol, host } = new URL(text);
  return `${protocol}//${host}`;
}

/** An app at the user may listen on loopback (RFC 8252 section 7.3); of anything else it is a leftover of development. */
function worthOfLoopback(kind: AppClient['kind'], environmentClass: EnvironmentClass | undefined): Worth {
  if (kind === 'native') return 'fine';
  switch (environmentClass) {
    case 'sandbox':
    case 'pre-production':
      return 'fine';
    case 'production':
      return kind === undefined ? 'unknown' : 'refused';
    case undefined:
      return 'unknown';
  }
}

function isOnLoopback(text: string): boolean {
  const { protocol, hostname } = new URL(text);
  return /^https?:$/.test(protocol) && loopback.includes(hostname);
}

/** Whether nobody else can make it theirs, and nothing is hidden in it. */
function isOwnable(text: string): boolean {
  if (!URL.canParse(text) || /[*#]/.test(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  switch (protocol) {
    case 'https:':
      // The callback of a client for which the CDK was told none; hosts below it stand for ones of one's own.
      return hostname !== 'example.com';
    case 'http:':
      return loopback.includes(hostname);
    default:
      // RFC 8252 section 7.1: a domain name backwards, since every app can take a word.
      return protocol.includes('.');
  }
}
