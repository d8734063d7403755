import { recipes } from './recipes';
import type { FateRule } from './rule';

export const groupLost: FateRule = {
  kind: 'fate',
  id: 'group-lost',
  what: 'A group that is removed or becomes another one loses its members.',
  source: 'DeleteGroup; CloudFormation schema of AWS::Cognito::UserPoolGroup (create-only)',
  types: ['AWS::Cognito::UserPoolGroup'],
  fates: ['removed', 'moved', 'replaced'],
  judge: ({ fate, leftBehind }) => {
    if (fate === 'removed' && leftBehind) {
      return [
        { verdict: 'neutral', effect: 'The group stays in the pool with its members, and no template controls it.' },
      ];
    }
    const effect =
      'Memberships are gone: cognito:groups no longer names the group, and what roles and applications grant by it is lost. A new group is empty.';
    const instead = [
      'First deployment: add the new group beside the old one, and add the members to it.',
      'Second deployment: remove the old group.',
    ];
    return [{ verdict: 'destroys-users', effect, instead }];
  },
};

export const groupRenamed: FateRule = {
  kind: 'fate',
  id: 'group-renamed',
  what: 'A group under another logical id is created before the old one is removed.',
  source: 'CreateGroup, GroupExistsException; CloudFormation User Guide, update behaviors (clean-up comes last)',
  types: ['AWS::Cognito::UserPoolGroup'],
  fates: ['renamed'],
  judge: () => [
    {
      verdict: 'refused-at-deploy',
      effect: 'If the name is the same, the service refuses a second group of that name and the stack rolls back.',
      instead: recipes.keepLogicalId,
    },
    {
      verdict: 'destroys-users',
      effect: 'If the name differs, the new group is empty: memberships are lost with the old one.',
    },
  ],
};
