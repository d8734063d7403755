import type { PropertyRule, Ruling } from './rule';

const uncertain = (effect: string): readonly Ruling[] => [{ verdict: 'effect-uncertain', effect }];

export const groupRights: PropertyRule = {
  kind: 'property',
  id: 'group-rights',
  what: 'The role and precedence of a group decide what its members may do.',
  source: 'GroupType; Amazon Cognito developer guide, role-based access',
  types: ['AWS::Cognito::UserPoolGroup'],
  properties: ['RoleArn', 'Precedence'],
  judge: ({ property }) =>
    uncertain(
      property === 'RoleArn'
        ? 'Members get the rights of another role; which those are the role says.'
        : 'Whoever is in several groups may get another preferred role.',
    ),
};
