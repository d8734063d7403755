import { canonicalOf } from '../effective/canonical-of';
import type { EnvironmentRule } from './rule';

const calls = /(updateUserPoolClient|setUserPoolMfaConfig|updateUserPool)(?![a-z])/i;

export const partialApiCalls: EnvironmentRule = {
  kind: 'environment',
  id: 'partial-api-calls',
  what: 'A custom resource that updates a pool or client through the API resets what it does not send.',
  source: 'aws-cdk#33282; serverless#7510',
  observe: ({ pairs }) =>
    pairs.flatMap((pair) => {
      const { before, after } = pair;
      const type = after?.resource.type ?? '';
      if (after === undefined || !(type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource'))
        return [];
      const text = canonicalOf(after.resource.properties);
      const call = calls.exec(text)?.[1];
      if (call === undefined || (before !== undefined && canonicalOf(before.resource.properties) === text)) return [];
      const effect = `It calls ${call}, which takes everything that is not sent for its default: settings of the template may be lost.`;
      const rulings = [
        { verdict: 'effect-uncertain' as const, effect, instead: ['Set the property in the template.'] },
      ];
      return [{ pair, property: '', before: before?.resource.logicalId, after: after.resource.logicalId, rulings }];
    }),
};
