import type { Control } from '../control';
import { effective, look } from '../look';
import { numberIn } from '../reading';

const property = 'Policies.PasswordPolicy.PasswordHistorySize';

export const history: Control = {
  id: 'CGN-PWD-05',
  what: 'It is told how many earlier passwords are refused; no standard asks for a number.',
  why: 'A password that was given up because it leaked should not come back.',
  sources: [{ source: 'AWS developer guide', id: 'user-pool-settings-policies' }],
  severity: { sandbox: 'informational', 'pre-production': 'informational', production: 'informational' },
  field: 'passwordPolicy.passwordHistorySize',
  check: ({ pools }) =>
    pools.map(({ pool }) =>
      look(pool, property, {
        wanted: 'any number from 0 to 24; 0 where it is absent',
        passes: (reading) => reading.kind === 'absent' || numberIn(reading) !== undefined,
      }),
    ),
  orders: [
    {
      type: 'AWS::Cognito::UserPool',
      property,
      measure: effective(property, 0),
      scale: { kind: 'number', stronger: 'larger' },
    },
  ],
};
