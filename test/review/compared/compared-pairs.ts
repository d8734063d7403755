import { isDeepStrictEqual } from 'node:util';
import { rank } from '../../../lib/review/severity';
import type { VerdictKind } from '../../../lib/review/verdict';
import type { CorpusPair } from '../corpus/pair';
import { reviewOf, stacksOf } from '../review-of';
import { diffOf } from './diff-says';
import type { DiffSays } from './diff-says';

/** A pair of the corpus with what both say of it. */
export interface ComparedPair {
  readonly title: string;
  /** Without it the diff has nothing to look at: what is meant, or a fact about the stack, differs. */
  readonly templatesDiffer: boolean;
  readonly diff: DiffSays;
  /** Of all changes, each once, most severe first; none: the review finds no change. */
  readonly verdicts: readonly VerdictKind[];
}

/** What both say, pair by pair: the review with its rules and controls, as people run it. */
export function comparePairs(pairs: readonly CorpusPair[]): readonly ComparedPair[] {
  return pairs.map((pair) => {
    const verdicts = reviewOf(pair).flatMap(({ judgements }) => judgements.map(({ verdict }) => verdict));
    return {
      title: pair.title,
      templatesDiffer: !isDeepStrictEqual(templatesOf(pair.before), templatesOf(pair.after)),
      diff: diffOf(pair),
      verdicts: [...new Set(verdicts)].toSorted((left, right) => rank(left) - rank(right)),
    };
  });
}

function templatesOf(side: CorpusPair['before']): readonly unknown[] {
  return stacksOf(side).map(({ stackName, template, nested }) => [
    stackName,
    template,
    [...(nested?.values() ?? [])].map((stack) => stack.template),
  ]);
}
