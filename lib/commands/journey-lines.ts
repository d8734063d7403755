import { alignedTable } from './aligned-table';
import type { JourneyReport, Outcome, StepReport } from '../sign-in/run-journey';

/** What becomes of a step, on one line or a few, when it ends. */
export function stepLines(
  index: number,
  count: number,
  { name, operations, proves, outcome }: StepReport,
): readonly string[] {
  const number = `${String(index + 1).padStart(String(count).length)}/${count}`;
  const detail = ' '.repeat(number.length + 2);
  const head = `${number}  ${shout(outcome.result)}  ${name} (${operations.join(', ')})`;
  switch (outcome.result) {
    case 'passed':
      return [`${head}, ${outcome.milliseconds} ms`, `${detail}${proves}`];
    case 'failed':
      return [`${head}, ${outcome.milliseconds} ms`, ...failureLines(outcome).map((line) => `${detail}${line}`)];
    case 'not applicable':
      return [head, `${detail}${outcome.reason}`];
    case 'interrupted':
    case 'not reached':
      return [head];
  }
}

/** The closing table: step, operation, result, milliseconds. */
export function journeyTable({ steps }: Pick<JourneyReport, 'steps'>): readonly string[] {
  const rows = [
    ['step', 'operation', 'result', 'ms'],
    ...steps.map(({ name, operations, outcome }) => [
      name,
      operations.join(', '),
      shout(outcome.result),
      duration(outcome),
    ]),
  ];
  return alignedTable(rows, [3]);
}

/** What went wrong, after the table; nothing when nothing did. */
export function problemLines({ steps, interrupted }: JourneyReport): readonly string[] {
  const failures = steps.flatMap(({ name, operations, outcome }) =>
    outcome.result === 'failed' ? [`Failed: ${name} (${operations.join(', ')})`, ...failureLines(outcome)] : [],
  );
  return interrupted ? ['Interrupted.', ...failures] : failures;
}

export function failureLines({ failure }: Extract<Outcome, { result: 'failed' }>): readonly string[] {
  return [`${failure.error}: ${failure.message}`, `Try: ${failure.next}`];
}

function duration(outcome: Outcome): string {
  return 'milliseconds' in outcome ? String(outcome.milliseconds) : '';
}

/** A failure must catch the eye without colours. */
function shout(result: Outcome['result']): string {
  return result === 'failed' || result === 'interrupted' ? result.toUpperCase() : result;
}
