import { liveSteps } from '../../lib/commands/live-steps';
import type { Outcome } from '../../lib/sign-in/run-journey';

afterEach(() => jest.restoreAllMocks());

const failure = { error: 'CodeMismatchException', message: 'Invalid code', next: 'Set the clock.' };

test('the list shows what becomes of every step, and ends when the last one does', async () => {
  const shown: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    jest.spyOn(stream, 'write').mockImplementation((text) => {
      shown.push(String(text));
      return true;
    });
  }
  const outcomes: readonly Outcome[] = [
    { result: 'passed', milliseconds: 12 },
    { result: 'not applicable', reason: 'MFA is off.' },
    { result: 'failed', milliseconds: 3, failure },
    { result: 'not reached' },
    { result: 'interrupted', milliseconds: 1 },
  ];
  const names = ['One', 'Two', 'Three', 'Four', 'Five'];
  const { observer, noteCleanUp, drawn } = await liveSteps(names);
  noteCleanUp('Interrupted: removing the user.');
  for (const [index, outcome] of outcomes.entries())
    observer.ended(index, { name: names[index] ?? '', operations: ['GetUser'], proves: 'it works', outcome });
  await drawn;
  const text = shown.join('');
  expect(text).toContain('One (GetUser), 12 ms');
  expect(text).toContain('Two (GetUser): not applicable. MFA is off.');
  expect(text).toContain('CodeMismatchException: Invalid code\nTry: Set the clock.');
  expect(text).toContain('Four (GetUser): not reached');
  expect(text).toContain('Interrupted: removing the user.');
  expect(text).toContain('interrupted');
});
