import { appClients, clientType } from '../app-clients';
import type { Control } from '../control';
import { effective, look } from '../look';
import { textIn } from '../reading';

const property = 'PreventUserExistenceErrors';

export const userExistence: Control = {
  id: 'CGN-ACC-06',
  what: 'An app client does not tell whether a user exists.',
  why: 'Strangers could find out who has an account, one name after the other.',
  sources: [
    { source: 'OWASP ASVS 5.0', id: '6.3.8' },
    { source: 'AWS developer guide', id: 'cognito-user-pool-managing-errors' },
    { source: 'Prowler', id: 'cognito_user_pool_client_prevent_user_existence_errors' },
  ],
  severity: { sandbox: 'medium', 'pre-production': 'medium', production: 'high' },
  field: 'clients.NAME.preventUserExistenceErrors',
  check: (subject) =>
    appClients(subject).map(({ at }) =>
      look(at, property, {
        wanted: '"ENABLED"; LEGACY where it is absent',
        passes: (reading) => textIn(reading) === 'ENABLED',
      }),
    ),
  orders: [
    {
      type: clientType,
      property,
      measure: effective(property, 'LEGACY'),
      scale: { kind: 'levels', weakToStrong: ['LEGACY', 'ENABLED'] },
    },
  ],
};
