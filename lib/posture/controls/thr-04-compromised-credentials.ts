import type { Control } from '../control';
import { effective, look } from '../look';
import { textIn, textsIn } from '../reading';
import { enforcedRiskFindings, riskType } from '../threat-protection';

const action = 'CompromisedCredentialsRiskConfiguration.Actions.EventAction';
const filter = 'CompromisedCredentialsRiskConfiguration.EventFilter';
const events = ['SIGN_IN', 'PASSWORD_CHANGE', 'SIGN_UP'];

export const compromisedCredentials: Control = {
  id: 'CGN-THR-04',
  what: 'A password that is known from leaks is blocked, at sign-in, at sign-up and when it is changed.',
  why: 'Whoever has the lists of leaked passwords signs in with them.',
  sources: [
    { source: 'NIST SP 800-63B-4', id: '3.1.1.2' },
    { source: 'OWASP ASVS 5.0', id: '6.2.12' },
    { source: 'Prowler', id: 'cognito_user_pool_blocks_compromised_credentials_sign_in_attempts' },
  ],
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  field: 'threatProtection.riskConfiguration.compromisedCredentials',
  check: ({ pools }) =>
    pools.flatMap((view) =>
      enforcedRiskFindings(view, 'one that blocks passwords from leaks', (at) => [
        look(at, action, { wanted: '"BLOCK"', passes: (reading) => textIn(reading) === 'BLOCK' }),
        look(at, filter, {
          wanted: `absent, which is every event, or ${events.join(', ')}`,
          passes: (reading) => {
            const filtered = textsIn(reading);
            return reading.kind === 'absent' || events.every((event) => filtered?.includes(event) === true);
          },
        }),
      ]),
    ),
  orders: [
    {
      type: riskType,
      property: action,
      measure: effective(action, 'NO_ACTION'),
      scale: { kind: 'levels', weakToStrong: ['NO_ACTION', 'BLOCK'] },
    },
    {
      type: riskType,
      property: filter,
      measure: effective(filter, events),
      scale: { kind: 'set', stronger: 'larger' },
    },
  ],
};
