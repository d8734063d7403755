import { main } from '../../lib/commands/journeys';
import { journeys } from '../../lib/sign-in/journey';
import { fixtureAssembly } from '../synthesis/assembly';
import { emptyAwsEnvironment, withAwsEnvironment } from './aws-environment';
import { capturedIo } from './captured-io';

const assembly = (): readonly string[] => ['--assembly', fixtureAssembly().directory];
const everyName = journeys.map(({ name }) => name);

test.each([
  ['dev', ['J1', 'J2', 'J3', 'J7', 'J11', 'J12', 'J13', 'J15', 'J16', 'J18', 'J19']],
  ['staging', ['J1', 'J2', 'J3', 'J7', 'J11', 'J12', 'J13', 'J15', 'J16', 'J18', 'J19']],
  ['prod', ['J1', 'J3', 'J8', 'J16', 'J18', 'J19']],
])(
  'in %s just %j run and pass, and every other journey is left out with its reason',
  async (environment, permitted) => {
    const io = capturedIo();
    expect(await main([...assembly(), '--env', environment], io)).toBe(0);
    const rows = io.written.flatMap(
      (line) => /^(J\d+) .* (passed|left out)( |$)/.exec(line)?.slice(1, 3).join(' ') ?? [],
    );
    expect(rows).toEqual(everyName.map((name) => `${name} ${permitted.includes(name) ? 'passed' : 'left out'}`));
    const reasons = io.written.flatMap((line) => /^Left out: (J\d+)\. .+\.$/.exec(line)?.[1] ?? []);
    expect(reasons).toEqual(everyName.filter((name) => !permitted.includes(name)));
    expect(io.written.at(-1)).toMatch(
      new RegExp(`^Passed: ${environment} on this machine, ${permitted.length} of ${everyName.length} journeys, \\d`),
    );
  },
  60_000,
);

test('what happens is told step by step under the name of the journey, and ends in a table', async () => {
  const io = capturedIo();
  expect(await main([...assembly(), '--env', 'mfa-off'], io)).toBe(0);
  expect(io.problems[0]).toBe('J1: A back end signs a user in.');
  expect(io.problems[1]).toMatch(/^ 1\/\d+ {2}passed {2}Sign up \(SignUp\), \d+ ms$/);
  const shown = io.written.join('\n');
  expect(shown).toMatch(/^J2 +An app without a secret sends the password itself +passed +legacy +\d+ +\d+$/m);
  expect(shown).toMatch(/^J8 +A user must enrol TOTP to get in +left out$/m);
  expect(shown).toContain('Left out: J8. MFA is not required in this pool (MfaConfiguration OFF). It needs a pool');
  expect(shown).toMatch(/^J6 +An operator switches MFA on for the pool +passed /m);
}, 60_000);

test('--json writes one document', async () => {
  const io = capturedIo();
  expect(await main([...assembly(), '--env', 'mfa-off', '--json'], io)).toBe(0);
  expect(io.written).toHaveLength(1);
  const { journeys: shown, ...document } = JSON.parse(io.written[0] ?? '') as {
    readonly journeys: readonly { readonly journey: string }[];
  };
  expect(document).toMatchObject({ environment: 'mfa-off', target: 'local', passed: true });
  expect(shown.map(({ journey }) => journey)).toEqual(everyName);
  expect(shown).toContainEqual(
    expect.objectContaining({ journey: 'J7', result: 'passed', leftBehind: [], client: expect.any(Object) }),
  );
  expect(shown).toContainEqual({
    journey: 'J12',
    what: 'A remembered device stands in for TOTP',
    result: 'left out',
    reason: expect.stringMatching(/^MFA is off in this pool/),
  });
}, 60_000);

test('after an interruption no other journey begins: exit code 1', async () => {
  const controller = new AbortController();
  const io = capturedIo({ signal: controller.signal });
  const err = (text: string): void => {
    io.err(text);
    if (text.includes('Confirm the sign-up')) controller.abort();
  };
  expect(await main(assembly(), { ...io, err })).toBe(1);
  const shown = io.written.join('\n');
  expect(shown).toMatch(/^J1 .* INTERRUPTED [^]*^J2 .* not reached$[^]*^J4 .* left out$[^]*^J19 .* not reached$/m);
  expect(io.problems.filter((line) => line.startsWith('J2'))).toEqual([]);
  expect(io.problems.join('\n')).toMatch(/Interrupted: removing the user sign-in-\w+@example\.com\./);
  expect(io.problems.join('\n')).toMatch(/passed {2}Remove the user \(AdminDeleteUser\)/);
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
  [['--challenge-answer'], /argument missing/],
])('%p is wrong use: exit code 2, with what is allowed', async (args, message) => {
  const io = capturedIo();
  expect(await main(args, io)).toBe(2);
  expect(io.problems.join('\n')).toMatch(message);
  expect(io.problems.join('\n')).toContain('Usage: npm run journeys --');
});
