import type { PoolFacts } from './pool-facts';

/** What is known of a target before anything is asked of it: enough to say which journeys it permits. */
export interface TargetFacts {
  readonly pool: PoolFacts;
  /** Whether the messages of the pool can be read. */
  readonly inbox: boolean;
  /** Whether the pool runs for one journey alone, so that the journey may change its settings. */
  readonly ownPool: boolean;
  /** What answers the custom challenge of the pool, where whoever runs the journeys has said it. */
  readonly challengeAnswer: string | undefined;
}
