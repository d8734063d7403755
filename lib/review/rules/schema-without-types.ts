import { isList, isObject, member } from '../../template/value';
import { canonicalOf } from '../effective/canonical-of';
import type { EnvironmentRule } from './rule';
import { standardAttributes } from './standard-attributes';

export const schemaWithoutTypes: EnvironmentRule = {
  kind: 'environment',
  id: 'schema-without-types',
  what: 'Any update of a pool may be refused while its Schema lists a standard attribute without AttributeDataType.',
  source: 'aws-cdk#8585; amplify-backend#3299',
  observe: ({ pairs, differences }) =>
    pairs.flatMap((pair) => {
      const { before, after } = pair;
      if (before?.resource.type !== 'AWS::Cognito::UserPool' || after === undefined) return [];
      const schema = after.resource.properties['Schema'];
      const isReordered = canonicalOf(before.resource.properties['Schema']) !== canonicalOf(schema);
      if ((differences.get(pair) ?? []).length === 0 && !isReordered) return [];
      const untyped = (isList(schema) ? schema : []).flatMap((each) => {
        const name = isObject(each) ? member(each, 'Name') : undefined;
        const isUntyped = isObject(each) && member(each, 'AttributeDataType') === undefined;
        return typeof name === 'string' && isUntyped && standardAttributes.has(name) ? [name] : [];
      });
      if (untyped.length === 0) return [];
      const effect = `The update of the pool may be refused with "Invalid AttributeDataType input" because of ${untyped.join(', ')}, although nothing about them changes; not every pool does that.`;
      const instead = ['Write AttributeDataType out for these attributes, in a deployment that changes nothing else.'];
      const rulings = [{ verdict: 'effect-uncertain' as const, effect, instead }];
      return [{ pair, property: 'Schema', before: undefined, after: undefined, rulings }];
    }),
};
