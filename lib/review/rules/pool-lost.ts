import { settingOf } from '../effective/effective';
import { recipes } from './recipes';
import type { FateRule, Happening } from './rule';
import { whoRefersTo } from './who-refers-to';

export const poolLost: FateRule = {
  kind: 'fate',
  id: 'pool-lost',
  what: 'A user pool whose logical id or stack changes, or that leaves the template, takes its users with it.',
  source: 'CloudFormation User Guide, DeletionPolicy; botocore DeleteUserPool; amplify-cli#382',
  types: ['AWS::Cognito::UserPool'],
  fates: ['removed', 'renamed', 'moved'],
  judge: (happening) => {
    const instead = happening.fate === 'removed' ? recipes.keepPool.slice(1) : recipes.keepPool;
    return [{ verdict: 'destroys-users', effect: `${effectOf(happening)}${whoRefersTo(happening)}`, instead }];
  },
};

function effectOf({ pair: { before }, fate, leftBehind }: Happening): string {
  const isProtected = before !== undefined && settingOf(before.resource, 'DeletionProtection') === 'ACTIVE';
  const next =
    fate === 'removed' ? '' : ' A new, empty pool takes its place: nobody can sign in with an account they have.';
  if (leftBehind) {
    return `The pool with all its users stays in the account, but no template knows it any more.${next} Nothing is deleted, and nothing is left to sign in to.`;
  }
  if (isProtected) {
    return `CloudFormation deletes the pool; its deletion protection refuses that, so it stays behind unmanaged.${next}`;
  }
  return `The pool is deleted with every user, password, sub and second factor in it; passwords cannot be exported.${next}`;
}
