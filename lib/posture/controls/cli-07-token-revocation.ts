import { appClients, clientType } from '../app-clients';
import type { Control } from '../control';
import { effective, look } from '../look';
import { booleanIn } from '../reading';

const property = 'EnableTokenRevocation';

export const tokenRevocation: Control = {
  id: 'CGN-CLI-07',
  what: 'The refresh tokens of every app client can be revoked.',
  why: 'Who has stolen a refresh token keeps the session until it expires, whatever the user or an operator does.',
  sources: [
    { source: 'AWS developer guide', id: 'token-revocation' },
    { source: 'OWASP ASVS 5.0', id: '7.4.1' },
    { source: 'OWASP ASVS 5.0', id: '10.4.9' },
    { source: 'Prowler', id: 'cognito_user_pool_client_token_revocation_enabled' },
  ],
  severity: { sandbox: 'medium', 'pre-production': 'medium', production: 'high' },
  field: 'clients.NAME.tokenRevocation.enabled',
  check: (subject) =>
    appClients(subject).map(({ at }) =>
      // The service turns it on for a new client that says nothing.
      look(at, property, {
        wanted: 'true, or absent',
        passes: (reading) => reading.kind === 'absent' || booleanIn(reading) === true,
      }),
    ),
  orders: [
    {
      type: clientType,
      property,
      measure: effective(property, true),
      scale: { kind: 'levels', weakToStrong: [false, true] },
    },
  ],
};
