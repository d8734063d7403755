import { reportError } from '../../lib/commands/report-error';
import { UsageError } from '../../lib/commands/usage-error';
import { EnvironmentError } from '../../lib/environments/problem';
import { ListenError } from '../../lib/local-pool/server/listen-error';
import { StateFileError } from '../../lib/local-pool/state-file/state-file-error';
import { SettingsError } from '../../lib/local-pool/settings/settings-error';
import { AssemblyMissingError } from '../../lib/template/assembly-error';
import { capturedIo } from './captured-io';

const problem = { environment: 'dev', path: 'mfa', got: '1', allowed: '2', instead: '3', rule: 'schema' };
const setting = { stack: 'dev/auth', logicalId: 'UserPool', path: 'X', got: '1', expected: '2', nextStep: 'Write 2.' };

test.each([
  new UsageError('There is no such thing.'),
  new AssemblyMissingError('cdk.out'),
  new SettingsError([setting]),
  new EnvironmentError([problem]),
  new StateFileError('people.state', 'line 2 is damaged.'),
  new ListenError('127.0.0.1', 9229, Object.assign(new Error('in use'), { code: 'EADDRINUSE' })),
])('$name is shown by its message alone, with exit code 2', (error) => {
  const io = capturedIo();
  expect(reportError(error, io)).toBe(2);
  expect(io.problems).toEqual([error.message]);
});

test('an error that nobody foresaw asks for a bug report, and shows where it came from', () => {
  const io = capturedIo();
  expect(reportError(new TypeError('x is not a function'), io)).toBe(2);
  expect(io.problems).toEqual([
    expect.stringMatching(/please report it[^]*Node v\d+[^]*TypeError: x is not a function\n {4}at /),
  ]);
});

test('what an interruption breaks off is no error: exit code 1', () => {
  const io = capturedIo({ signal: AbortSignal.abort() });
  expect(reportError(new Error('aborted'), io)).toBe(1);
  expect(io.problems).toEqual(['Interrupted.']);
});
