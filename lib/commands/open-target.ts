import type { Target } from '../sign-in/target';

/** A user pool that a journey can begin with. */
export interface OpenTarget {
  readonly target: Target;
  /** Where it is, as a phrase: `on this machine`. */
  readonly place: string;
  /** How to remove a user that was left behind. */
  readonly removalOf: (user: string) => string;
  /** What the pool's own log says; empty where it is not here. */
  readonly log: () => readonly string[];
  readonly close: () => Promise<void>;
}
