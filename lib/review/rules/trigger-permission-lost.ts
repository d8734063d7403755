import type { Subject } from '../../posture/subject';
import type { EnvironmentRule } from './rule';
import { functionBehind, triggerFunctions } from './trigger-functions';
import { canonicalOf } from '../effective/canonical-of';

export const triggerPermissionLost: EnvironmentRule = {
  kind: 'environment',
  id: 'trigger-permission-lost',
  what: 'A trigger that the service may not invoke is deployed without a word and fails at sign-in.',
  source: 'Amazon Cognito developer guide, Lambda triggers (lambda:InvokeFunction)',
  observe: (comparison) => {
    const had = permitted(comparison.before);
    const has = permitted(comparison.after);
    return triggerFunctions(comparison.after).flatMap(({ fn, triggers }) => {
      const pair = comparison.pairOfAfter(fn);
      if (pair?.before === undefined || !had.has(pair.before.resource.logicalId) || has.has(fn.resource.logicalId))
        return [];
      const effect = `The service may not invoke ${triggers.join(' and ')} any more: sign-in fails for everybody who gets that far.`;
      const rulings = [
        {
          verdict: 'breaks-clients' as const,
          effect,
          instead: ['Keep the AWS::Lambda::Permission for cognito-idp.amazonaws.com.'],
        },
      ];
      return [{ pair, property: '', before: 'may be invoked by the service', after: 'may not', rulings }];
    });
  },
};

/** Logical ids of the functions that the service may invoke. */
function permitted(subject: Subject): ReadonlySet<string> {
  return new Set(
    subject
      .ofType('AWS::Lambda::Permission')
      .filter(({ resource }) => canonicalOf(resource.properties['Principal']).includes('cognito-idp.'))
      .flatMap(
        ({ resource }) => functionBehind(resource.properties['FunctionName'], subject)?.resource.logicalId ?? [],
      ),
  );
}
