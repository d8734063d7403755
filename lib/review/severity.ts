import { verdictKinds } from './verdict';
import type { Judgement, VerdictKind } from './verdict';

/** 0 is the most severe. */
export function rank(verdict: VerdictKind): number {
  return verdictKinds.indexOf(verdict);
}

/** Most severe first; among equals in the order in which they were found. */
export function bySeverity(judgements: readonly Judgement[]): readonly Judgement[] {
  return judgements.toSorted((left, right) => rank(left.verdict) - rank(right.verdict));
}
