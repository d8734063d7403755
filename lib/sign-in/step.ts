import type { Progress } from './progress';
import type { Secrets } from './secrets';
import type { Surroundings } from './surroundings';
import type { Target } from './target';
import type { TestUser } from './test-user';

/** What every step of a journey works with. */
export interface StepContext {
  readonly target: Target;
  readonly user: TestUser;
  /** A second user, for the journeys that need one. */
  readonly other: TestUser;
  readonly secrets: Secrets;
  readonly surroundings: Surroundings;
  /** Aborted when the journey is interrupted. */
  readonly signal: AbortSignal;
  /** Tells whoever watches why something takes long. */
  readonly note: (text: string) => void;
  /** Shows the otpauth URI, and with it the secret; undefined unless the user asked for it. */
  readonly showSoftwareToken: ((otpauthUri: string) => void) | undefined;
}

/** One step of the journey. It passes by returning, and fails by throwing. */
export interface Step {
  readonly name: string;
  /** What is known once it has passed, as a sentence without full stop. */
  readonly proves: string;
  /** What it calls, by the service's names. */
  readonly operations: (target: Target) => readonly string[];
  /** Why it means nothing for this target; undefined where it does. */
  readonly notApplicable?: (target: Target) => string | undefined;
  run(progress: Progress, context: StepContext): Promise<Progress>;
}
