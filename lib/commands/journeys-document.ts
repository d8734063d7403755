import { journeyDocument } from './journey-document';
import { allPassed, resultOf } from './journey-outcome';
import type { JourneyOutcome } from './journey-outcome';

/** What `--json` writes of several journeys. One that ran has the members of a journey's own document. */
export interface JourneysDocument {
  readonly environment: string;
  readonly target: 'local' | 'aws';
  readonly passed: boolean;
  readonly milliseconds: number;
  readonly journeys: readonly object[];
}

export function journeysDocument(
  outcomes: readonly JourneyOutcome[],
  about: Pick<JourneysDocument, 'environment' | 'target' | 'milliseconds'>,
): JourneysDocument {
  const { environment, target } = about;
  return {
    ...about,
    passed: allPassed(outcomes),
    journeys: outcomes.map((outcome) => {
      const { name: journey, what } = outcome.journey;
      const head = { journey, what, result: resultOf(outcome).toLowerCase() };
      switch (outcome.kind) {
        case 'left out':
          return { ...head, reason: outcome.reason };
        case 'not reached':
          return head;
        case 'ran': {
          const { report, milliseconds } = outcome.watched;
          return {
            ...head,
            ...journeyDocument(report, outcome.target, { journey, environment, target, milliseconds }),
          };
        }
      }
    }),
  };
}
