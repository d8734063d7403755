import type { Control } from '../control';
import { effective, look } from '../look';
import { textIn } from '../reading';
import { isBeyondSandbox, wantedWhere } from '../wanted-where';

const type = 'AWS::Cognito::UserPool';
const property = 'DeletionProtection';

export const deletionProtection: Control = {
  id: 'CGN-DAT-01',
  what: 'Outside of a sandbox the user pool is protected against deletion.',
  why: 'One call deletes every user, and nothing brings them back.',
  sources: [
    { source: 'AWS Security Hub', id: 'Cognito.6' },
    { source: 'AWS Config', id: 'cognito-user-pool-deletion-protection-enabled' },
    { source: 'Prowler', id: 'cognito_user_pool_deletion_protection_enabled' },
  ],
  severity: { sandbox: 'informational', 'pre-production': 'high', production: 'critical' },
  field: 'removal.deletionProtection',
  check: ({ pools, intent }) =>
    pools.map(({ pool }) =>
      wantedWhere(
        isBeyondSandbox(intent),
        look(pool, property, {
          wanted: '"ACTIVE"; absent is INACTIVE',
          passes: (reading) => textIn(reading) === 'ACTIVE',
        }),
      ),
    ),
  orders: [
    {
      type,
      property,
      measure: effective(property, 'INACTIVE'),
      scale: { kind: 'levels', weakToStrong: ['INACTIVE', 'ACTIVE'] },
    },
  ],
};
