import { main } from '../../lib/commands/sign-in';
import { cleanUp, usualJourney } from '../../lib/sign-in/journey';
import { fixtureAssembly } from '../synthesis/assembly';
import { exampleFacts, examplePool } from '../sign-in/example-pool';
import { capturedIo } from './captured-io';

const assembly = (): readonly string[] => ['--assembly', fixtureAssembly().directory];

const everyStep = [...usualJourney(examplePool).steps(exampleFacts), cleanUp];

describe('against a local pool from the synthesized template of dev, which makes its own keys', () => {
  const io = capturedIo({ signingKeys: undefined });
  let exitCode: number;
  beforeAll(async () => {
    exitCode = await main(assembly(), io);
  });

  test('every step passes, and the exit code is 0', () => {
    expect(io.written.at(-1)).toMatch(
      /^Passed: dev on this machine, user pool eu-west-1_\w+, app client backend, \d+\.\d s\.$/,
    );
    expect(exitCode).toBe(0);
  });

  test('each step is told as it ends: operation, duration, and what it proves', () => {
    expect(io.problems).toHaveLength(everyStep.length * 2);
    expect(io.problems[0]).toMatch(/^ 1\/17 {2}passed {2}Create a user \(AdminCreateUser\), \d+ ms$/);
    expect(io.problems[1]).toBe(`       ${everyStep[0]?.proves}`);
  });

  test('the closing table has every step and fits a terminal of 80 characters', () => {
    const table = io.written.slice(1, everyStep.length + 2);
    expect(table[0]).toMatch(/^step +operation +result +ms$/);
    for (const [index, { name }] of everyStep.entries())
      expect(table[index + 1]).toMatch(new RegExp(`^${name} .* passed +\\d+$`));
    expect(table.filter((line) => line.length > 80)).toEqual([]);
  });

  test('the TOTP secret is not shown', () => {
    expect([...io.problems, ...io.written].join('\n')).not.toContain('otpauth://');
  });
});

test('--qr shows the TOTP secret, as a QR code and as text', async () => {
  const io = capturedIo();
  await main([...assembly(), '--qr'], io);
  expect(io.problems.join('\n')).toMatch(/█[^]*\notpauth:\/\/totp\/userpool:sign-in-[^]*secret=[A-Z2-7]{52}/);
});

test('--json writes one document to the output, and the progress beside it', async () => {
  const io = capturedIo();
  expect(await main([...assembly(), '--json', '--client', 'legacy'], io)).toBe(0);
  expect(io.written).toHaveLength(1);
  expect(JSON.parse(io.written[0] ?? '')).toEqual({
    journey: 'J7',
    environment: 'dev',
    target: 'local',
    userPoolId: expect.stringMatching(/^eu-west-1_\w{9}$/),
    issuer: expect.stringMatching(/^http:\/\/localhost:\d+\/eu-west-1_\w{9}$/),
    client: { name: 'legacy', id: expect.stringMatching(/^[a-z0-9]{26}$/) },
    passed: true,
    interrupted: false,
    leftBehind: [],
    milliseconds: expect.any(Number),
    steps: everyStep.map(({ name, proves }) => ({
      name,
      proves,
      operations: expect.any(Array),
      result: 'passed',
      milliseconds: expect.any(Number),
    })),
  });
  // The legacy client sends the password itself.
  expect(io.problems.join('\n')).toContain('Sign in with the password (InitiateAuth)');
});

test.each([
  ['mfa-required', []],
  [
    'mfa-off',
    [
      'Ask for a TOTP secret',
      'Enrol with a TOTP code',
      'Switch TOTP on for the user',
      'Read the user back',
      'Answer with a TOTP code',
      'Confirm the device',
    ],
  ],
  ['opt-in-devices', []],
  ['legacy-errors', []],
  ['invitations', []],
])('%s passes as well; not applicable is: %p', async (environment, notApplicable) => {
  const io = capturedIo();
  expect(await main([...assembly(), '--env', environment, '--json'], io)).toBe(0);
  const { steps } = JSON.parse(io.written[0] ?? '') as {
    readonly steps: readonly { readonly name: string; readonly result: string }[];
  };
  expect(steps.filter(({ result }) => result === 'not applicable').map(({ name }) => name)).toEqual(notApplicable);
});

test('a client that takes no password signs in by SRP, without a secret hash where it has no secret', async () => {
  const io = capturedIo();
  expect(await main([...assembly(), '--client', 'web'], io)).toBe(0);
  expect(io.problems.join('\n')).toContain('Sign in with the password (InitiateAuth, RespondToAuthChallenge)');
});

test('--journey names a journey, here one that production permits', async () => {
  const io = capturedIo();
  expect(await main([...assembly(), '--env', 'prod', '--journey', 'J8'], io)).toBe(0);
  expect(io.problems.join('\n')).toContain('Finish the enrolment (AdminRespondToAuthChallenge)');
});

test.each([
  ['dev', 'backend', ['Remember the device']],
  ['dev', 'web', ['Remember the device']],
  ['opt-in-devices', 'web', []],
  ['mfa-required', 'backend', ['Remember the device']],
])(
  '--journey J12 passes in %s with the client %s; not applicable is: %p',
  async (environment, client, notApplicable) => {
    const io = capturedIo();
    const args = [...assembly(), '--journey', 'J12', '--env', environment, '--client', client, '--json'];
    expect(await main(args, io)).toBe(0);
    const { steps } = JSON.parse(io.written[0] ?? '') as {
      readonly steps: readonly { readonly name: string; readonly result: string }[];
    };
    expect(steps.filter(({ result }) => result !== 'passed').map(({ name }) => name)).toEqual(notApplicable);
  },
);

test.each([
  [['--journey', 'J9'], /Allowed choices are J7, J8, J12/],
  [['--target', 'moon'], /Allowed choices are local, aws/],
  [['--colour'], /unknown option '--colour'/],
  [['--env'], /argument missing/],
  [['more'], /too many arguments/],
])('%p is wrong use: exit code 2, with what is allowed', async (args, message) => {
  const io = capturedIo();
  expect(await main(args, io)).toBe(2);
  expect(io.problems.join('\n')).toMatch(message);
  expect(io.problems.join('\n')).toContain('Usage: npm run sign-in --');
  expect(io.written).toEqual([]);
});

test('--help says what there is, with exit code 0', async () => {
  const io = capturedIo();
  expect(await main(['--help'], io)).toBe(0);
  expect(io.written.join('\n')).toContain('--allow-production');
});

test.each([
  [['--env', 'moon'], /has no stack with a user pool for the environment moon\. It has: dev\/auth, /],
  [['--client', 'moon'], /There is no app client moon\. The template has: backend /],
  [['--journey', 'J12', '--client', 'legacy'], /The app client legacy allows no flow that the journey can use\./],
  [
    ['--journey', 'J8'],
    /^J8 cannot be run against dev\/auth: MFA is not required in this pool \(MfaConfiguration OPTIONAL\)\. [^]*prod\/auth[^]*Try: npm run sign-in -- --journey J8 --env /,
  ],
  [['--journey', 'J7', '--env', 'prod'], /^J7 cannot be run against prod\/auth: MFA is required[^]*dev\/auth/],
  [['--journey', 'J12', '--env', 'prod'], /^J12 cannot be run against prod\/auth: Device tracking is off[^]*dev\/auth/],
])('%p is refused by name, with exit code 2', async (args, message) => {
  const io = capturedIo();
  expect(await main([...assembly(), ...args], io)).toBe(2);
  expect(io.problems).toEqual([expect.stringMatching(message)]);
});

test('an assembly that is not there is refused in one message without a stack trace', async () => {
  const io = capturedIo();
  expect(await main(['--assembly', 'nowhere'], io)).toBe(2);
  expect(io.problems).toEqual([expect.stringMatching(/There is no cloud assembly[^]*nowhere/)]);
  expect(io.problems[0]).not.toMatch(/^\s+at /m);
});

test('an interrupted journey is not passed: exit code 1', async () => {
  const controller = new AbortController();
  const io = capturedIo({ signal: controller.signal });
  const err = (text: string): void => {
    io.err(text);
    if (text.includes('Set a permanent password')) controller.abort();
  };
  expect(await main(assembly(), { ...io, err })).toBe(1);
  expect(io.problems.join('\n')).toMatch(/Interrupted: removing the user sign-in-\w+@example\.com\./);
  expect(io.written).toContain('Interrupted.');
  expect(io.written.join('\n')).toMatch(/Remove the user +AdminDeleteUser +passed/);
});
