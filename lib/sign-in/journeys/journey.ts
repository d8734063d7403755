import type { ClientNeeds } from '../choose-client';
import type { Step } from '../step';
import type { TargetFacts } from '../target-facts';

/** What a journey is called. */
export interface JourneyTitle {
  readonly name: string;
  /** What the user does, as a sentence without full stop. */
  readonly what: string;
}

/** What people do with a user pool, as steps that it must pass. The clean-up comes after them in any case. */
export interface Journey extends JourneyTitle {
  readonly client: ClientNeeds;
  /** What a target must have, as the end of a sentence that begins with "It needs". */
  readonly needs: string;
  /** Why it means nothing there, or cannot be run; undefined where it can. */
  readonly unsuitable: (facts: TargetFacts) => string | undefined;
  readonly steps: (facts: TargetFacts) => readonly Step[];
}

/** A journey in which somebody has a part whom no run can bring along. */
export interface UnrunJourney extends JourneyTitle {
  readonly needs: string;
  /** Why it is left out. */
  readonly unrun: (facts: TargetFacts) => string;
}

/** Whether a journey can be run anywhere. */
export function canBeRun(journey: Journey | UnrunJourney): journey is Journey {
  return 'steps' in journey;
}
