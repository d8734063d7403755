import { recipes } from './recipes';
import type { FateRule } from './rule';

export const clientRemoved: FateRule = {
  kind: 'fate',
  id: 'client-removed',
  what: 'Nobody signs in through an app client that is gone.',
  source: 'DeleteUserPoolClient',
  types: ['AWS::Cognito::UserPoolClient'],
  fates: ['removed'],
  judge: ({ leftBehind }) =>
    leftBehind
      ? [
          {
            verdict: 'weakens',
            effect: 'The client stays in the pool with its id and secret, and no template controls it any more.',
            instead: ['Delete it, or keep it in the template.'],
          },
        ]
      : [
          {
            verdict: 'breaks-clients',
            effect: 'Applications with this client id cannot sign anybody in.',
            instead: recipes.newClient.slice(1, 3),
          },
          { verdict: 'signs-users-out', effect: 'Its refresh tokens end.' },
        ],
};
