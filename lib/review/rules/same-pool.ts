import { canonicalOf } from '../effective/canonical-of';
import { targetOfResource, targetsIn } from '../references';
import type { Happening } from './rule';

/** Whether a part of a user pool belongs to the very pool to which it belonged before, as far as the templates tell. */
export function isOfSamePool({ pair: { before, after }, comparison }: Happening): boolean {
  const [from, to] = [before, after].map((side) => side?.resource.properties['UserPoolId']);
  const targets = targetsIn(from);
  const own = comparison.pairs.filter((pair) => pair.before && targets.includes(targetOfResource(pair.before)));
  if (own.length > 0) return own.every(({ after: still, paired }) => still !== undefined && paired === 'by id');
  return canonicalOf(from) === canonicalOf(to);
}
