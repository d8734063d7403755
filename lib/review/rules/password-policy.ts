import type { CombinationRule, PropertyRule } from './rule';

const types = ['AWS::Cognito::UserPool'];

export const passwordPolicy: PropertyRule = {
  kind: 'property',
  id: 'password-policy',
  what: 'A password policy counts for passwords that are set from now on; those that exist keep working.',
  source: 'Amazon Cognito developer guide, password policy',
  types,
  properties: ['Policies.PasswordPolicy.'],
  judge: ({ property, from, to }) => {
    const isValidity = property.endsWith('TemporaryPasswordValidityDays');
    const effect = isValidity
      ? 'Invitations that are out may expire sooner or later than promised; an administrator can send them again.'
      : 'Passwords that exist keep working; only sign-up, change and reset follow the new policy.';
    if (typeof from.value !== 'number' || typeof to.value !== 'number') return [{ verdict: 'neutral', effect }];
    return [{ verdict: to.value > from.value === isValidity ? 'weakens' : 'strengthens', effect }];
  },
};

export const passwordPolicyWithoutLength: CombinationRule = {
  kind: 'combination',
  id: 'password-policy-without-length',
  what: 'A password policy without MinimumLength is refused on update.',
  source: 'cdk-real-drift#1701 (the policy is replaced whole; a missing length maps to 0)',
  types,
  properties: ['Policies.PasswordPolicy.MinimumLength', ...rest()],
  judge: ({ resource }, before) => {
    const policy = resource.properties['Policies'];
    const inside =
      typeof policy === 'object' && policy !== null && 'PasswordPolicy' in policy ? policy.PasswordPolicy : undefined;
    const isWithoutLength =
      typeof inside === 'object' && inside !== null && !('expression' in inside) && !('MinimumLength' in inside);
    if (before === undefined || !isWithoutLength) return [];
    const effect = 'The policy is replaced whole, and one without MinimumLength is refused: the stack rolls back.';
    return [{ verdict: 'refused-at-deploy', effect, instead: ['Write the whole policy out.'] }];
  },
};

function rest(): readonly string[] {
  const names = [
    'RequireLowercase',
    'RequireNumbers',
    'RequireSymbols',
    'RequireUppercase',
    'TemporaryPasswordValidityDays',
    'PasswordHistorySize',
  ];
  return names.map((name) => `Policies.PasswordPolicy.${name}`);
}
