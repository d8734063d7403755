import { recipes } from './recipes';
import type { PropertyRule } from './rule';
import { elementsOf, isUnknown } from './values';

const types = ['AWS::Cognito::UserPool'];

export const signInNames: PropertyRule = {
  kind: 'property',
  id: 'sign-in-names-immutable',
  what: 'What users sign in with (UsernameAttributes, AliasAttributes) is fixed when the pool is created.',
  source: 'UpdateUserPool has no such input; amplify-cli#382 ("Updating alias attributes is not allowed")',
  types,
  properties: ['UsernameAttributes', 'AliasAttributes'],
  judge: ({ property, from, to }) => {
    if (isUnknown(from.value) || isUnknown(to.value)) return [];
    const [left, right] = [from, to].map(({ value }) => (elementsOf(value) ?? []).toSorted().join());
    if (left === right) {
      const effect = `Only the order of ${property} changes; whether the service takes that for a change is not known.`;
      return [{ verdict: 'effect-uncertain', effect, instead: ['Leave the order as it was.'] }];
    }
    return [
      {
        verdict: 'refused-at-deploy',
        effect: 'The service refuses it and the whole stack rolls back; only a new, empty pool could have it.',
        instead: recipes.newPool,
      },
    ];
  },
};

export const caseSensitivity: PropertyRule = {
  kind: 'property',
  id: 'username-configuration-immutable',
  what: 'UsernameConfiguration cannot be changed, nor introduced on a pool that was created without it.',
  source: 'amplify-cli#4227; aws-samples/sample-voice-of-customer-datalake#184; UsernameConfigurationType',
  types,
  properties: ['UsernameConfiguration', 'UsernameConfiguration.'],
  judge: ({ from, to }) => {
    if (isUnknown(from.value) || isUnknown(to.value) || !to.written) return [];
    return [
      {
        verdict: 'refused-at-deploy',
        effect:
          '"Updates are not allowed for property - UsernameConfiguration": the stack rolls back, also where only the default is written out.',
        instead: recipes.newPool,
      },
    ];
  },
};
