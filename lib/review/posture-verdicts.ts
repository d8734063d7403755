import type { Control, Finding } from '../posture/control';
import { evaluate } from '../posture/evaluate';
import type { Posture, Result } from '../posture/evaluate';
import type { Changes } from './changes';
import type { Comparison } from './comparison';
import { canonicalOf } from './effective/canonical-of';
import { judgement, leaveIt, weakening } from './posture-judgements';
import { targetOfResource } from './references';
import { noResource } from './rules/rule';
import type { Pair } from './verdict';
import { isRemoval, valueAt } from './written';

/**
 * What passes a control before and does not afterwards, resource by resource: one app client more that fails shows, also
 * where another one failed already. Of a resource that failed before, the orders of the control tell what got worse.
 *
 * @param today YYYY-MM-DD, UTC
 * @param sameIntent whether both sides mean the same; if not, a control may pass only because less is asked for
 */
export function judgeByVerdicts(
  comparison: Comparison,
  controls: readonly Control[],
  today: string,
  sameIntent: boolean,
  changes: Changes,
): void {
  const before = resultsOf(evaluate(comparison.before, today, controls));
  const after = resultsOf(evaluate(comparison.after, today, controls));
  for (const control of controls) {
    const [left, right] = [before.get(control.id), after.get(control.id)];
    if (left !== undefined && right !== undefined) judgeControl(comparison, left, right, sameIntent, changes);
  }
}

function judgeControl(
  comparison: Comparison,
  left: Result,
  right: Result,
  sameIntent: boolean,
  changes: Changes,
): void {
  const pairsBefore = (finding: Finding): Pair => pairOf(comparison, 'before', finding);
  const pairsAfter = (finding: Finding): Pair => pairOf(comparison, 'after', finding);
  const verdictsBefore = verdictsOf(left, pairsBefore);
  const verdictsAfter = verdictsOf(right, pairsAfter);
  const { control } = right;

  for (const finding of right.findings) {
    const pair = pairsAfter(finding);
    const was = verdictsBefore.get(keyOf(pair));
    if (finding.verdict === 'fail' && was !== 'fail') {
      const waived = right.waiver === undefined ? '' : ` It is waived until ${right.waiver.expires}.`;
      const effect = `${control.id} is not met any more: ${control.why}${waived}`;
      const place = placeOf(changes, pair, finding, elsewhere(left, pairsBefore, pair, finding), finding.found);
      const orWaive = `Leave it as it was, or waive ${control.id} with a reason, an owner and an expiry date.`;
      changes.add(place, [weakening(control, effect, right.waiver === undefined ? orWaive : leaveIt)]);
    }
    if (finding.verdict === 'unknown' && was === 'pass') {
      const effect = `Whether ${control.id} is still met cannot be told: ${finding.found}.`;
      const place = placeOf(changes, pair, finding, elsewhere(left, pairsBefore, pair, finding), finding.found);
      changes.add(place, [judgement(control, 'effect-uncertain', effect)]);
    }
  }
  for (const finding of sameIntent ? left.findings : []) {
    const pair = pairsBefore(finding);
    const is = verdictsAfter.get(keyOf(pair));
    if (finding.verdict !== 'fail' || is !== 'pass' || isRemoval(pair, finding.property)) continue;
    const place = placeOf(changes, pair, finding, finding.found, elsewhere(right, pairsAfter, pair, finding));
    changes.add(place, [judgement(control, 'strengthens', `${control.id} is met now.`)]);
  }
}

/**
 * What the other side has at the place of a finding. The value may be the same, as a control can be met less by what
 * changes beside it. Raw values are not told: only a control knows what of them may be read.
 */
function elsewhere(
  { findings }: Result,
  pairs: (finding: Finding) => Pair,
  pair: Pair,
  { property, found }: Finding,
): string | undefined {
  const [from, to] = [pair.before, pair.after].map((side) => side && valueAt(side.resource.properties, property));
  if (from !== undefined && to !== undefined && canonicalOf(from) === canonicalOf(to)) return found;
  const other = findings.find((each) => each.property === property && keyOf(pairs(each)) === keyOf(pair));
  if (other !== undefined) return other.found;
  // Of the resource as a whole: that something belongs to it which has no place in it.
  if (property === '') return findings.some(({ verdict }) => verdict === 'pass') ? '(met)' : undefined;
  return from === undefined || to === undefined ? undefined : '(another value)';
}

function resultsOf({ results }: Posture): ReadonlyMap<string, Result> {
  return new Map(results.map((result) => [result.control.id, result]));
}

function pairOf(comparison: Comparison, side: 'before' | 'after', { at }: Finding): Pair {
  if (at === undefined) return noResource;
  const pair = side === 'before' ? comparison.pairOfBefore(at) : comparison.pairOfAfter(at);
  return pair ?? noResource;
}

/** The gravest verdict about each resource. */
function verdictsOf({ findings }: Result, pairs: (finding: Finding) => Pair): ReadonlyMap<string, Finding['verdict']> {
  const gravest: readonly Finding['verdict'][] = ['fail', 'unknown', 'manual', 'pass', 'not-applicable'];
  const ordered = findings.toSorted((left, right) => gravest.indexOf(right.verdict) - gravest.indexOf(left.verdict));
  return new Map(ordered.map((finding) => [keyOf(pairs(finding)), finding.verdict]));
}

function keyOf({ before, after }: Pair): string {
  return JSON.stringify([before && targetOfResource(before), after && targetOfResource(after)]);
}

/** The change that is there about the property, or one of its own. */
function placeOf(
  changes: Changes,
  pair: Pair,
  { property }: Finding,
  before: string | undefined,
  after: string | undefined,
) {
  return (
    changes.of(pair).find((draft) => draft.property === property) ??
    changes.of(pair).find((draft) => draft.property !== '' && property.startsWith(`${draft.property}.`)) ??
    changes.of(pair).find((draft) => property !== '' && draft.property.startsWith(`${property}.`)) ?? {
      pair,
      property,
      before,
      after,
    }
  );
}
