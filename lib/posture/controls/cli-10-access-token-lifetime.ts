import { appClients, clientType } from '../app-clients';
import type { Control } from '../control';
import { isProduction } from '../intent';
import type { Intent } from '../intent';
import { lookAtLifetime, tokenLifetime } from '../token-lifetime';

const hour = 60 * 60;
const tokens = ['AccessToken', 'IdToken'] as const;

export const accessTokenLifetime: Control = {
  id: 'CGN-CLI-10',
  what: 'Access and ID tokens live for an hour at most in production, and for a day everywhere else.',
  why: 'An API that only verifies the signature goes on accepting a stolen token until it expires.',
  sources: [
    { source: 'RFC 9700', id: '2.3' },
    { source: 'OAuth browser-based apps', id: '5.1.1' },
    { source: 'OWASP ASVS 5.0', id: '7.3.1' },
  ],
  severity: { sandbox: 'low', 'pre-production': 'low', production: 'medium' },
  field: 'clients.NAME.accessTokenMinutes',
  check: (subject) =>
    appClients(subject).flatMap(({ at }) => tokens.map((token) => lookAtLifetime(at, token, limits(subject.intent)))),
  orders: tokens.map((token) => ({
    type: clientType,
    property: `${token}Validity`,
    measure: (at) => tokenLifetime(at, token),
    scale: { kind: 'number', stronger: 'smaller' },
  })),
};

/** In seconds: every limit that may be the one that counts. */
function limits(intent: Intent): readonly number[] {
  const strict = isProduction(intent);
  return strict === undefined ? [hour, 24 * hour] : [strict ? hour : 24 * hour];
}
