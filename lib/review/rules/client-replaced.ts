import { recipes } from './recipes';
import type { FateRule, Ruling } from './rule';
import { whoRefersTo } from './who-refers-to';

/** An app client that becomes another one, by a create-only property, its logical id or its stack. */
export const clientReplaced: FateRule = {
  kind: 'fate',
  id: 'client-replaced',
  what: 'GenerateSecret, UserPoolId, the logical id and the stack make an app client: change one and it is another, with a new id and secret.',
  source: 'CloudFormation schema of AWS::Cognito::UserPoolClient (create-only); DeleteUserPoolClient',
  types: ['AWS::Cognito::UserPoolClient'],
  fates: ['replaced', 'renamed', 'moved'],
  judge: (happening) => {
    const { fate, property, from, to, leftBehind } = happening;
    if (property === 'GenerateSecret' && isPerhapsTheSame(from?.value, to?.value)) {
      const effect =
        'The template only writes out the default, or leaves it away. Whether CloudFormation makes a new client of that, with a new id, is not known.';
      return [{ verdict: 'effect-uncertain', effect, instead: ['Leave GenerateSecret exactly as it is.'] }];
    }
    const effect = `The app client gets a new id${property === 'GenerateSecret' ? ' and its secret changes' : ''}: every application, API authorizer and identity pool that names the old id has to be changed.${whoRefersTo(happening)}`;
    const instead = fate === 'replaced' ? recipes.newClient : recipes.keepClient;
    return [{ verdict: 'new-client-id', effect, instead }, ...ofTheOld(leftBehind)];
  },
};

function isPerhapsTheSame(from: unknown, to: unknown): boolean {
  return (from === false && to === undefined) || (from === undefined && to === false);
}

function ofTheOld(leftBehind: boolean): readonly Ruling[] {
  if (leftBehind) return [];
  const effect = 'The old client is deleted: its refresh tokens end, and whoever is signed in has to sign in again.';
  return [{ verdict: 'signs-users-out', effect }];
}
