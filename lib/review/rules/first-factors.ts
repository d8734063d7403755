import type { PropertyRule } from './rule';
import { changed } from './values';

export const firstFactors: PropertyRule = {
  kind: 'property',
  id: 'first-factor-removed',
  what: 'Who signs in with a first factor that is removed has to use another one.',
  source: 'SignInPolicyType',
  types: ['AWS::Cognito::UserPool'],
  properties: ['Policies.SignInPolicy.AllowedFirstAuthFactors'],
  judge: ({ from, to }) => {
    const { lost, gained } = changed(from, to, ['PASSWORD']);
    if (lost.length > 0) {
      const effect = `Users cannot begin with ${lost.join(', ')} any more; who has no password cannot sign in without a reset.`;
      return [{ verdict: 'breaks-clients', effect }];
    }
    return gained.length > 0 ? [{ verdict: 'neutral', effect: 'Users may begin with one more factor.' }] : [];
  },
};
