import type { Located } from '../../posture/subject';
import { attributeReference } from '../../template/value';
import { settingOf } from '../effective/effective';
import { targetOf, targetOfResource } from '../references';
import type { EnvironmentRule } from './rule';

export const smsRoleLost: EnvironmentRule = {
  kind: 'environment',
  id: 'sms-role-lost',
  what: 'While a pool lives, the role that it sends SMS with has to stay.',
  source: 'awslabs/nx-plugin-for-aws PR 631 (InvalidSmsRoleTrustRelationshipException)',
  observe: (comparison) =>
    comparison.pairs.flatMap((pair) => {
      const pool = pair.before;
      if (pool?.resource.type !== 'AWS::Cognito::UserPool') return [];
      const role = roleOf(pool);
      const lives = pair.after !== undefined && pair.paired === 'by id' ? true : comparison.isLeftBehind(pool);
      const fate = comparison.pairs.find(({ before }) => before !== undefined && targetOfResource(before) === role);
      if (role === undefined || fate?.before === undefined || !lives) return [];
      const isGone = (fate.after === undefined || fate.paired !== 'by id') && !comparison.isLeftBehind(fate.before);
      const follows =
        pair.after !== undefined && pair.paired === 'by id' && ![undefined, role].includes(roleOf(pair.after));
      if (!isGone || follows) return [];
      return [
        {
          pair: fate,
          property: '',
          before: fate.before.resource.logicalId,
          after: fate.after?.resource.logicalId,
          rulings: [
            { verdict: 'breaks-clients', effect: 'The pool that stays cannot send SMS any more: codes do not arrive.' },
            {
              verdict: 'refused-at-deploy',
              effect:
                'Every later update of the pool is refused while its role is missing, even switching its deletion protection off.',
              instead: [
                'Give the role the same removal policy as the pool.',
                'First point the pool to another role, then remove this one.',
              ],
            },
          ],
        },
      ];
    }),
};

function roleOf({ resource }: Located): string | undefined {
  const reference = attributeReference(settingOf(resource, 'SmsConfiguration.SnsCallerArn'));
  return reference && targetOf(reference);
}
