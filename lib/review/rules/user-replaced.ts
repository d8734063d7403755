import type { FateRule } from './rule';

export const userReplaced: FateRule = {
  kind: 'fate',
  id: 'user-replaced',
  what: 'Every change of a user in a template deletes the user and creates another one.',
  source: 'CloudFormation schema of AWS::Cognito::UserPoolUser (create-only); serverless#5317',
  types: ['AWS::Cognito::UserPoolUser'],
  fates: ['removed', 'renamed', 'moved', 'replaced'],
  judge: ({ leftBehind, fate }) =>
    leftBehind && fate === 'removed'
      ? [{ verdict: 'neutral', effect: 'The user stays in the pool, and no template controls it.' }]
      : [
          {
            verdict: 'destroys-users',
            effect:
              'The account goes with its password, sub and second factors; where a new one takes its place, the old one may be what is deleted last.',
            instead: ['Keep real users out of templates: create them with AdminCreateUser or an import job.'],
          },
        ],
};
