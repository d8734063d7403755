import { targetOfResource } from './references';
import { bySeverity, rank } from './severity';
import type { Change, Judgement, Pair } from './verdict';

/** What is known of one change before it is complete. */
export type Place = Pick<Change, 'pair' | 'property' | 'before' | 'after'>;

interface Draft extends Place {
  readonly judgements: Judgement[];
  /** Where nobody has anything to say. */
  otherwise: Judgement | undefined;
}

/** The changes of one environment while they are collected: one for each property of each resource. */
export class Changes {
  readonly #environment: string;
  readonly #drafts = new Map<string, Draft>();

  constructor(environment: string) {
    this.#environment = environment;
  }

  /**
   * Adds to what is there about that property already; the same rule says the same verdict once.
   *
   * @param otherwise what holds where in the end nobody has judged it; without it such a change is none
   */
  add(place: Place, judgements: readonly Judgement[], otherwise?: Judgement): void {
    const key = JSON.stringify([sideKey(place.pair), place.property]);
    const draft = this.#drafts.get(key) ?? { ...place, judgements: [], otherwise };
    this.#drafts.set(key, draft);
    draft.otherwise ??= otherwise;
    for (const judgement of judgements) {
      const isSaid = draft.judgements.some(
        ({ rule, verdict }) => rule === judgement.rule && verdict === judgement.verdict,
      );
      if (!isSaid) draft.judgements.push(judgement);
    }
  }

  /** What is there about a resource, by property. */
  of(pair: Pair): readonly Draft[] {
    return [...this.#drafts.values()].filter((draft) => draft.pair === pair);
  }

  finished(): readonly Change[] {
    return [...this.#drafts.values()].flatMap(({ judgements, otherwise, ...place }): readonly Change[] => {
      const all = judgements.length === 0 && otherwise !== undefined ? [otherwise] : judgements;
      return all.length === 0 ? [] : [{ environment: this.#environment, ...place, judgements: withoutIdle(all) }];
    });
  }
}

/** Neutral means that nothing else is said. */
function withoutIdle(judgements: readonly Judgement[]): readonly Judgement[] {
  const telling = judgements.filter(({ verdict }) => verdict !== 'neutral');
  return bySeverity(telling.length > 0 ? telling : judgements);
}

/** The order of a report: by the gravest judgement, then a pool before all that follows from it, then by place. */
export function inOrder(changes: readonly Change[]): readonly Change[] {
  const key = ({ environment, pair, property }: Change): string =>
    JSON.stringify([environment, targetOf(pair), property]);
  const gravest = ({ judgements: [first] }: Change): number => (first === undefined ? 0 : rank(first.verdict));
  return changes
    .map((change) => ({ change, gravest: gravest(change), follows: isAnotherPool(change) ? 0 : 1, key: key(change) }))
    .toSorted(
      (left, right) => left.gravest - right.gravest || left.follows - right.follows || (left.key < right.key ? -1 : 1),
    )
    .map(({ change }) => change);
}

function isAnotherPool({ pair: { before, after, paired } }: Change): boolean {
  const isLost = before !== undefined && (after === undefined || paired !== 'by id');
  return isLost && before.resource.type === 'AWS::Cognito::UserPool';
}

function sideKey({ before, after }: Pair): readonly (string | null)[] {
  return [before && targetOfResource(before), after && targetOfResource(after)].map((each) => each ?? null);
}

function targetOf({ before, after }: Pair): string {
  const located = after ?? before;
  return located === undefined ? '' : targetOfResource(located);
}
