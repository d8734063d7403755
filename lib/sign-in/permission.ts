import { chooseClient, UnsuitableClientError } from './choose-client';
import type { ChosenClient } from './choose-client';
import { canBeRun } from './journeys/journey';
import type { Journey, UnrunJourney } from './journeys/journey';
import type { TargetFacts } from './target-facts';

/** Whether a target permits a journey: with which app client, or why not. */
export type Permission =
  | { readonly permitted: true; readonly journey: Journey; readonly chosen: ChosenClient }
  | { readonly permitted: false; readonly reason: string };

export function permission(journey: Journey | UnrunJourney, facts: TargetFacts): Permission {
  const refused = (reason: string): Permission => ({
    permitted: false,
    reason: `${reason} It needs ${journey.needs}.`,
  });
  if (!canBeRun(journey)) return refused(journey.unrun(facts));
  const unsuitable = journey.unsuitable(facts);
  if (unsuitable !== undefined) return refused(unsuitable);
  try {
    return { permitted: true, journey, chosen: chooseClient(facts.pool.clients, undefined, journey.client) };
  } catch (error) {
    if (error instanceof UnsuitableClientError) return { permitted: false, reason: error.message };
    throw error;
  }
}
