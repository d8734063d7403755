import { targetOfResource, targetsIn } from './references';
import type { Happening } from './rules/rule';
import type { Pair } from './verdict';

const pools = ['AWS::Cognito::UserPool', 'AWS::Cognito::IdentityPool'];

/**
 * What is to be done where a resource becomes another one only because something else does: the cure is there, and none
 * here would help. undefined: it is a cause itself.
 */
export function cureOfCause(happening: Happening): readonly string[] | undefined {
  const { pair, fate, type, from, comparison } = happening;
  if (fate === 'moved' && isOfAnotherStack(pair) && !pools.includes(type)) {
    return ['It follows from the stack: keep the name, account and Region of that.'];
  }
  if (fate !== 'replaced') return undefined;
  const targets = targetsIn(from?.value);
  const cause = comparison.pairs.find(
    (each) =>
      each.before !== undefined && targets.includes(targetOfResource(each.before)) && isAnother(each, happening),
  );
  return cause?.before && [`It follows from ${cause.before.resource.logicalId}: what to do is told there.`];
}

/** Under the same path and logical id, in a stack that is another one. */
function isOfAnotherStack({ before, after }: Pair): boolean {
  return before !== undefined && before.stack.artifact.path === after?.stack.artifact.path;
}

function isAnother(pair: Pair, { comparison, pair: own }: Happening): boolean {
  if (pair === own) return false;
  if (pair.after === undefined || pair.paired !== 'by id') return true;
  return comparison.isReplaced(pair);
}
