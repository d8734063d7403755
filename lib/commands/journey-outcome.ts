import type { JourneyTitle } from '../sign-in/journey';
import type { Target } from '../sign-in/target';
import type { WatchedJourney } from './watch-journey';

/** What became of a journey among several. */
export type JourneyOutcome = { readonly journey: JourneyTitle } & (
  | {
      readonly kind: 'ran';
      readonly watched: WatchedJourney;
      readonly target: Target;
      /** How to get rid of what it left, a line each. */
      readonly left: readonly string[];
    }
  | { readonly kind: 'left out'; readonly reason: string }
  /** The run was interrupted before it. */
  | { readonly kind: 'not reached' }
);

/** In one word, a failure in capitals: it must catch the eye without colours. */
export function resultOf(outcome: JourneyOutcome): 'passed' | 'FAILED' | 'INTERRUPTED' | 'left out' | 'not reached' {
  if (outcome.kind !== 'ran') return outcome.kind;
  const { passed, interrupted } = outcome.watched.report;
  if (passed) return 'passed';
  return interrupted ? 'INTERRUPTED' : 'FAILED';
}

/** 0: whatever the pool permits passed; 1: something did not; 2: the pool permits nothing. */
export function exitCodeOf(outcomes: readonly JourneyOutcome[]): 0 | 1 | 2 {
  if (outcomes.every(({ kind }) => kind === 'left out')) return 2;
  return allPassed(outcomes) ? 0 : 1;
}

/** Whether something ran, and all that ran passed: what was left out is no failure. */
export function allPassed(outcomes: readonly JourneyOutcome[]): boolean {
  const results = outcomes.map(resultOf);
  return results.includes('passed') && results.every((result) => result === 'passed' || result === 'left out');
}
