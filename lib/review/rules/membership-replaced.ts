import type { FateRule } from './rule';

export const membershipReplaced: FateRule = {
  kind: 'fate',
  id: 'membership-replaced',
  what: 'A membership in a template is removed and added again when anything of it changes.',
  source: 'CloudFormation schema of AWS::Cognito::UserPoolUserToGroupAttachment (create-only); serverless#5317',
  types: ['AWS::Cognito::UserPoolUserToGroupAttachment'],
  fates: ['removed', 'renamed', 'moved', 'replaced'],
  judge: ({ fate }) =>
    fate === 'removed'
      ? [{ verdict: 'breaks-clients', effect: 'The user is no longer in the group, and loses what it grants.' }]
      : [
          {
            verdict: 'effect-uncertain',
            effect: 'The user may end without the group: the new membership is made before the old one is removed.',
            instead: ['Keep memberships out of templates: use AdminAddUserToGroup.'],
          },
        ],
};
