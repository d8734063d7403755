import type { Control } from '../control';
import { judge } from '../look';
import { textIn } from '../reading';
import { modeProperty, threatProtectionMode } from '../threat-protection';

export const threatProtection: Control = {
  id: 'CGN-THR-02',
  what: 'Threat protection is enforced.',
  why: 'In audit a risky sign-in is recorded and let through; off, nobody knows of it.',
  sources: [
    { source: 'AWS Security Hub', id: 'Cognito.1' },
    { source: 'AWS Config', id: 'cognito-user-pool-advanced-security-enabled' },
    { source: 'Prowler', id: 'cognito_user_pool_advanced_security_enabled' },
  ],
  conflict:
    'The developer guide advises a run in audit first, which Security Hub and Prowler fail: a waiver of two weeks says so.',
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  field: 'threatProtection.mode',
  check: ({ pools }) =>
    pools.map(({ pool }) =>
      judge(pool, modeProperty, threatProtectionMode(pool), {
        wanted: '"ENFORCED"',
        passes: (reading) => textIn(reading) === 'ENFORCED',
      }),
    ),
  orders: [
    {
      type: 'AWS::Cognito::UserPool',
      property: modeProperty,
      measure: threatProtectionMode,
      scale: { kind: 'levels', weakToStrong: ['OFF', 'AUDIT', 'ENFORCED'] },
    },
  ],
};
