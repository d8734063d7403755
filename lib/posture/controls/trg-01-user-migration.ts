import { absence } from '../absence';
import type { Control } from '../control';
import { isProduction } from '../intent';
import { conclude } from '../look';
import { isThere } from '../presence';
import { not } from '../truth';
import { readingOf, valueAt } from '../value-at';
import { wantedWhere } from '../wanted-where';

const property = 'LambdaConfig.UserMigration';

export const userMigration: Control = {
  id: 'CGN-TRG-01',
  what: 'In production no trigger moves users over, or a waiver says until when.',
  why: 'The function gets the passwords of users as they type them.',
  sources: [{ source: 'AWS developer guide', id: 'user-pool-lambda-migrate-user' }],
  severity: { sandbox: 'informational', 'pre-production': 'low', production: 'high' },
  field: 'triggers.userMigration',
  check: ({ pools, intent }) =>
    pools.map(({ pool }) => {
      const trigger = readingOf(valueAt(pool.resource, property));
      return wantedWhere(
        isProduction(intent),
        conclude(pool, property, trigger, 'absent', not(isThere(pool, property))),
      );
    }),
  orders: [
    {
      type: 'AWS::Cognito::UserPool',
      property,
      measure: absence(property),
      scale: { kind: 'levels', weakToStrong: [false, true] },
    },
  ],
};
