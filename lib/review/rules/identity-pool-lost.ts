import { recipes } from './recipes';
import type { FateRule } from './rule';

export const identityPoolLost: FateRule = {
  kind: 'fate',
  id: 'identity-pool-lost',
  what: 'An identity pool is stateful: another one gives everybody another identity id.',
  source: 'CloudFormation User Guide, DeletionPolicy; Amazon Cognito developer guide, identity pools',
  types: ['AWS::Cognito::IdentityPool'],
  fates: ['removed', 'renamed', 'moved'],
  judge: ({ leftBehind }) => [
    {
      verdict: 'destroys-users',
      effect: leftBehind
        ? 'The identity ids stay in a pool that no template knows; whatever is stored under them is not found any more.'
        : 'All identity ids are deleted; whatever is stored under them is not found any more.',
      instead: recipes.keepLogicalId,
    },
  ],
};
