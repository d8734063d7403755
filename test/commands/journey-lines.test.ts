import { journeyTable, problemLines, stepLines } from '../../lib/commands/journey-lines';
import type { Outcome, StepReport } from '../../lib/sign-in/run-journey';

const failure = { error: 'CodeMismatchException', message: 'Invalid code', next: 'Set the clock.' };

const step = (name: string, outcome: Outcome): StepReport => ({
  name,
  operations: ['GetUser'],
  proves: 'it works',
  outcome,
});

const passed = step('First', { result: 'passed', milliseconds: 12 });
const failed = step('Second step', { result: 'failed', milliseconds: 3, failure });
const notReached = step('Third', { result: 'not reached' });
const report = { steps: [passed, failed, notReached], passed: false, interrupted: false, leftBehind: [] };

test.each([
  [passed, [' 1/12  passed  First (GetUser), 12 ms', '       it works']],
  [
    failed,
    [
      ' 1/12  FAILED  Second step (GetUser), 3 ms',
      '       CodeMismatchException: Invalid code',
      '       Try: Set the clock.',
    ],
  ],
  [notReached, [' 1/12  not reached  Third (GetUser)']],
  [step('X', { result: 'interrupted', milliseconds: 1 }), [' 1/12  INTERRUPTED  X (GetUser)']],
  [
    step('X', { result: 'not applicable', reason: 'MFA is off.' }),
    [' 1/12  not applicable  X (GetUser)', '       MFA is off.'],
  ],
])('a step says what became of it', (each, lines) => {
  expect(stepLines(0, 12, each)).toEqual(lines);
});

test('the table is aligned, with the milliseconds of what ran', () => {
  expect(journeyTable(report)).toEqual([
    'step         operation  result       ms',
    'First        GetUser    passed       12',
    'Second step  GetUser    FAILED        3',
    'Third        GetUser    not reached',
  ]);
});

test('what went wrong is said again after the table', () => {
  expect(problemLines(report)).toEqual([
    'Failed: Second step (GetUser)',
    'CodeMismatchException: Invalid code',
    'Try: Set the clock.',
  ]);
});

test('after a journey that passed there is nothing to say', () => {
  expect(problemLines({ ...report, steps: [passed], passed: true })).toEqual([]);
});
