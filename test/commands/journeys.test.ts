import { main } from '../../lib/commands/journeys';
import { fixtureAssembly } from '../synthesis/assembly';
import { emptyAwsEnvironment, withAwsEnvironment } from './aws-environment';
import { capturedIo } from './captured-io';

const assembly = (): readonly string[] => ['--assembly', fixtureAssembly().directory];

test('where MFA is off, the journey without an authenticator runs, and the others are left out with the reason', async () => {
  const io = capturedIo();
  expect(await main([...assembly(), '--env', 'mfa-off'], io)).toBe(0);
  expect(io.problems[0]).toBe('J7: A user enrols TOTP after signing in.');
  const shown = io.written.join('\n');
  expect(shown).toMatch(/^J7 +A user enrols TOTP after signing in +passed +backend +\d+ +\d+$/m);
  expect(shown).toMatch(/^J8 +A user must enrol TOTP to get in +left out$/m);
  expect(shown).toContain('Left out: J8. MFA is not required in this pool (MfaConfiguration OFF). It needs a pool');
  expect(shown).toContain('Left out: J12. MFA is off in this pool (MfaConfiguration). It needs a pool with TOTP');
  expect(io.written.at(-1)).toMatch(/^Passed: mfa-off on this machine, 1 of 3 journeys, \d+\.\d s\.$/);
});

test.each([
  ['dev', ['J7', 'J12'], 'Left out: J8. MFA is not required'],
  ['mfa-required', ['J8', 'J12'], 'Left out: J7. MFA is required'],
  ['opt-in-devices', ['J7', 'J12'], 'Left out: J8. MFA is not required'],
])('%s permits %j, and each passes', async (environment, permitted, leftOut) => {
  const io = capturedIo();
  expect(await main([...assembly(), '--env', environment], io)).toBe(0);
  const passed = io.written.flatMap((line) => /^(J\d+) .* passed /.exec(line)?.[1] ?? []);
  expect(passed).toEqual(permitted);
  expect(io.written.join('\n')).toContain(leftOut);
});

test('--json writes one document', async () => {
  const io = capturedIo();
  expect(await main([...assembly(), '--env', 'mfa-off', '--json'], io)).toBe(0);
  expect(io.written).toHaveLength(1);
  expect(JSON.parse(io.written[0] ?? '')).toMatchObject({
    environment: 'mfa-off',
    passed: true,
    journeys: [
      { journey: 'J7', result: 'passed', leftBehind: null },
      { journey: 'J8', result: 'left out' },
      { journey: 'J12', result: 'left out' },
    ],
  });
});

test('after an interruption no other journey begins: exit code 1', async () => {
  const controller = new AbortController();
  const io = capturedIo({ signal: controller.signal });
  const err = (text: string): void => {
    io.err(text);
    if (text.includes('Set a permanent password')) controller.abort();
  };
  expect(await main(assembly(), { ...io, err })).toBe(1);
  expect(io.written.join('\n')).toMatch(/^J7 .* INTERRUPTED [^]*^J12 .* not reached$/m);
  expect(io.problems.filter((line) => line.startsWith('J12'))).toEqual([]);
});

test('a deployed production pool is refused unless it is allowed', async () => {
  const io = capturedIo();
  const args = [...assembly(), '--target', 'aws', '--env', 'prod'];
  expect(await withAwsEnvironment(emptyAwsEnvironment, () => main(args, io))).toBe(2);
  expect(io.problems).toEqual([expect.stringMatching(/^prod\/auth is of class production\.[^]*--allow-production/)]);
});

test.each([
  [['--target', 'moon'], /Allowed choices are local, aws/],
  [['--journey', 'J7'], /unknown option '--journey'/],
])('%p is wrong use: exit code 2, with what is allowed', async (args, message) => {
  const io = capturedIo();
  expect(await main(args, io)).toBe(2);
  expect(io.problems.join('\n')).toMatch(message);
  expect(io.problems.join('\n')).toContain('Usage: npm run journeys --');
});
