import { appClients, clientType, signsPeopleIn } from '../app-clients';
import type { Control } from '../control';
import { isProduction } from '../intent';
import type { Assurance, Intent } from '../intent';
import { lookAtLifetime, tokenLifetime } from '../token-lifetime';

const day = 24 * 60 * 60;

/** Seconds after which a session ends, by what a sign-in has to prove. */
const limitOf: Readonly<Record<Assurance, number>> = { aal1: 30 * day, aal2: day };

export const refreshTokenLifetime: Control = {
  id: 'CGN-CLI-09',
  what: 'A session ends after a day in production at AAL2, and after 30 days everywhere else.',
  why: 'The refresh token is the session: until it expires, nobody proves again who they are.',
  sources: [
    { source: 'NIST SP 800-63B-4', id: '2.1.3' },
    { source: 'NIST SP 800-63B-4', id: '2.2.3' },
    { source: 'OWASP ASVS 5.0', id: '7.3.2' },
    { source: 'OWASP ASVS 5.0', id: '10.4.8' },
  ],
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  field: 'clients.NAME.refreshTokenHours',
  check: (subject) =>
    appClients(subject).flatMap(({ at }) =>
      signsPeopleIn(at) ? [lookAtLifetime(at, 'RefreshToken', limits(subject.intent))] : [],
    ),
  orders: [
    {
      type: clientType,
      property: 'RefreshTokenValidity',
      measure: (at) => tokenLifetime(at, 'RefreshToken'),
      scale: { kind: 'number', stronger: 'smaller' },
    },
  ],
};

/** Every limit that may be the one that counts. */
function limits(intent: Intent): readonly number[] {
  const { assurance } = intent;
  const inProduction = assurance === undefined ? [limitOf.aal2, limitOf.aal1] : [limitOf[assurance]];
  const strict = isProduction(intent);
  return [...(strict === false ? [] : inProduction), ...(strict === true ? [] : [limitOf.aal1])];
}
