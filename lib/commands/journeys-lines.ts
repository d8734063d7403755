import { alignedTable } from './aligned-table';
import { problemLines } from './journey-lines';
import { resultOf } from './journey-outcome';
import type { JourneyOutcome } from './journey-outcome';

/** The closing table of several journeys: name, what the user does, result, app client, steps that ran, milliseconds. */
export function journeysTable(outcomes: readonly JourneyOutcome[]): readonly string[] {
  const rows = outcomes.map((outcome) => [
    outcome.journey.name,
    outcome.journey.what,
    resultOf(outcome),
    ...ran(outcome),
  ]);
  return alignedTable([['', 'journey', 'result', 'client', 'steps', 'ms'], ...rows], [4, 5]);
}

function ran(outcome: JourneyOutcome): readonly string[] {
  if (outcome.kind !== 'ran') return [];
  const { watched, target } = outcome;
  const steps = watched.report.steps.filter(({ outcome: step }) => 'milliseconds' in step).length;
  return [target.client.name, String(steps), String(watched.milliseconds)];
}

/** What the table cannot hold: why a journey was left out, what failed in one, who is left behind. */
export function journeysNotes(outcomes: readonly JourneyOutcome[]): readonly string[] {
  return outcomes.flatMap((outcome) => {
    const { name } = outcome.journey;
    switch (outcome.kind) {
      case 'left out':
        return [`Left out: ${name}. ${outcome.reason}`];
      case 'not reached':
        return [];
      case 'ran':
        return [...problemLines(outcome.watched.report).map((line) => `${name}: ${line}`), ...outcome.left];
    }
  });
}
