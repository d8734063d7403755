import type { PoolFacts } from '../pool-facts';
import type { Step } from '../step';
import type { PasswordFlow } from '../target';

/** What people do with a user pool, as steps that it must pass. The clean-up comes after them in any case. */
export interface Journey {
  readonly name: string;
  /** What the user does, as a sentence without full stop. */
  readonly what: string;
  /** The flows that it can sign in by, the one that it prefers first. */
  readonly flows: readonly PasswordFlow[];
  /** What a pool must have, as the end of a sentence that begins with "It needs". */
  readonly needs: string;
  /** Why it means nothing in a pool; undefined where it does. */
  readonly unsuitable: (pool: PoolFacts) => string | undefined;
  readonly steps: (pool: Pick<PoolFacts, 'mfa' | 'softwareTokens'>) => readonly Step[];
}
