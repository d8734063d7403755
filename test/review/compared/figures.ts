import { ResourceImpact } from '@aws-cdk/cloudformation-diff';
import { rank } from '../../../lib/review/severity';
import { verdictKinds } from '../../../lib/review/verdict';
import type { VerdictKind } from '../../../lib/review/verdict';
import type { ComparedPair } from './compared-pairs';

/** A count: of the pairs whose templates differ, those for which it holds. */
export interface Figure {
  readonly what: string;
  readonly holds: (pair: ComparedPair) => boolean;
}

const gone: readonly ResourceImpact[] = [
  ResourceImpact.WILL_DESTROY,
  ResourceImpact.WILL_ORPHAN,
  ResourceImpact.WILL_REPLACE,
  ResourceImpact.MAY_REPLACE,
];

const isAsBadAsWeakens = (verdict: VerdictKind): boolean => rank(verdict) <= rank('weakens');
const isLoss = ({ verdicts }: ComparedPair): boolean => verdicts.some(isAsBadAsWeakens);
const isInPlace = ({ diff: { resources } }: ComparedPair): boolean =>
  resources.length > 0 && resources.every(({ impact }) => impact === ResourceImpact.WILL_UPDATE);
const isGone = ({ diff }: ComparedPair): boolean => diff.resources.some(({ impact }) => gone.includes(impact));
/** Where the two differ, and where they agree. */
export const figures: readonly Figure[] = [
  { what: 'the review says weakens or worse', holds: isLoss },
  {
    what: 'the review says weakens or worse, the diff finds nothing under security',
    holds: (pair) => isLoss(pair) && pair.diff.security === 'nothing',
  },
  ...verdictKinds.filter(isAsBadAsWeakens).map((worst): Figure => ({
    what: `the diff says update in place, the review ${worst} at worst`,
    holds: (pair) => isInPlace(pair) && pair.verdicts[0] === worst,
  })),
  {
    what: 'the diff lists no resource, the review says weakens or worse',
    holds: (pair) => isLoss(pair) && pair.diff.resources.length === 0,
  },
  {
    what: 'the diff lists a resource, the review finds no change',
    holds: ({ diff, verdicts }) => diff.resources.length > 0 && verdicts.length === 0,
  },
  {
    what: 'the diff replaces, removes or orphans a resource, the review says weakens or worse',
    holds: (pair) => isGone(pair) && isLoss(pair),
  },
  {
    what: 'the diff replaces, removes or orphans a resource, the review says nothing as bad as weakens',
    holds: (pair) => isGone(pair) && !isLoss(pair),
  },
];

export interface Count {
  readonly what: string;
  readonly count: number;
}

/** How many pairs there are, and every figure over them. */
export function countsOf(pairs: readonly ComparedPair[]): readonly Count[] {
  const different = pairs.filter(({ templatesDiffer }) => templatesDiffer);
  return [
    { what: 'pairs', count: pairs.length },
    { what: 'pairs with templates that differ; of these:', count: different.length },
    ...figures.map(({ what, holds }) => ({ what, count: different.filter(holds).length })),
  ];
}
