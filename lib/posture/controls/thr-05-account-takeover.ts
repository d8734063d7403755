import type { Control } from '../control';
import { effective, look } from '../look';
import { textIn } from '../reading';
import { enforcedRiskFindings, eventActions, riskType } from '../threat-protection';

const property = (risk: string): string => `AccountTakeoverRiskConfiguration.Actions.${risk}Action.EventAction`;

const wanted = [
  ['High', ['BLOCK']],
  ['Medium', ['MFA_REQUIRED', 'BLOCK']],
  ['Low', ['MFA_IF_CONFIGURED', 'MFA_REQUIRED', 'BLOCK']],
] as const;

export const accountTakeover: Control = {
  id: 'CGN-THR-05',
  what: 'A sign-in of high risk is blocked, one of medium risk needs a second factor, one of low risk asks for it.',
  why: 'Without it somebody who has the password of another signs in from anywhere, although the service sees the risk.',
  sources: [
    { source: 'Prowler', id: 'cognito_user_pool_blocks_potential_malicious_sign_in_attempts' },
    { source: 'AWS developer guide', id: 'cognito-user-pool-settings-adaptive-authentication' },
  ],
  conflict:
    'Prowler wants BLOCK at every level, which locks users out at a low risk; here the second factor answers low and medium.',
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  field: 'threatProtection.riskConfiguration.accountTakeover',
  check: ({ pools }) =>
    pools.flatMap((view) =>
      enforcedRiskFindings(view, 'one that acts on risky sign-ins', (at) =>
        wanted.map(([risk, actions]) =>
          look(at, property(risk), {
            wanted: actions.map((action) => `"${action}"`).join(' or '),
            passes: (reading) => actions.some((action) => action === textIn(reading)),
          }),
        ),
      ),
    ),
  orders: wanted.map(([risk]) => ({
    type: riskType,
    property: property(risk),
    measure: effective(property(risk), 'NO_ACTION'),
    scale: { kind: 'levels', weakToStrong: eventActions },
  })),
};
