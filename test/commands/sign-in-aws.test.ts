import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { main as runJourneys } from '../../lib/commands/journeys';
import { projectRoot } from '../../lib/commands/project-root';
import { main } from '../../lib/commands/sign-in';
import { startLocalPool } from '../../lib/local-pool/local-pool';
import type { LocalPool } from '../../lib/local-pool/local-pool';
import { signingKeys } from '../local-pool/signing-keys';
import { fixtureAssembly, fixtureStack } from '../synthesis/assembly';
import { emptyAwsEnvironment, someCredentials, withAwsEnvironment } from './aws-environment';
import { capturedIo } from './captured-io';
import { cloudFormationStandIn } from './cloudformation-stand-in';
import type { StandIn } from './cloudformation-stand-in';

// No AWS account: stand-ins on the loopback answer where the SDK would find AWS.
let pool: LocalPool;
let cloudFormation: StandIn;
let onLogLine: (line: string) => void = () => undefined;
let endpoints: Readonly<Record<string, string>>;

const command = (): readonly string[] => ['--target', 'aws', '--assembly', fixtureAssembly().directory];

beforeAll(async () => {
  pool = await startLocalPool({ stack: fixtureStack('dev'), port: 0, signingKeys, log: (line) => onLogLine(line) });
  const outputs = Object.fromEntries(
    [...pool.outputs].filter((each): each is [string, string] => typeof each[1] === 'string'),
  );
  cloudFormation = await cloudFormationStandIn({ 'userpool-dev-auth': outputs, 'userpool-mfa-off-auth': {} });
  endpoints = {
    AWS_ENDPOINT_URL_CLOUDFORMATION: cloudFormation.origin,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: pool.origin,
  };
});

afterAll(async () => {
  cloudFormation.close();
  await pool.close();
});

async function run(args: readonly string[], variables: Readonly<Record<string, string>>) {
  const io = capturedIo({ env: variables });
  const exitCode = await withAwsEnvironment(variables, () => main([...command(), ...args], io));
  return { exitCode, ...io };
}

/** In a process of its own: as it is called from npm, and with the errors of the network as Node makes them. */
function begin(variables: Readonly<Record<string, string>>, name = 'sign-in') {
  const child = spawn(process.execPath, ['-r', 'ts-node/register', 'bin/userpool.ts', name, ...command()], {
    cwd: projectRoot,
    env: { ...process.env, ...emptyAwsEnvironment, ...someCredentials, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close') as Promise<[number | null]>;
  const ended = Promise.all([text(child.stderr), text(child.stdout), closed]).then(
    ([problems, written, [exitCode]]) => ({
      problems,
      written,
      exitCode,
    }),
  );
  return { child, ended };
}

test('the same journey runs against the pool that the outputs of the stack name', async () => {
  const { exitCode, written } = await run([], { ...someCredentials, ...endpoints });
  expect(written.at(-1)).toMatch(/^Passed: dev in eu-west-1, user pool /);
  expect(written.at(-1)).toContain(pool.pool.id);
  expect(exitCode).toBe(0);
  expect(pool.pool.users.all()).toEqual([]);
});

test('every journey that the deployed pool permits runs against it, and no user is left', async () => {
  const variables = { ...someCredentials, ...endpoints };
  const io = capturedIo({ env: variables });
  expect(await withAwsEnvironment(variables, () => runJourneys(command(), io))).toBe(0);
  const passed = io.written.flatMap((line) => /^(J\d+) .* passed /.exec(line)?.[1] ?? []);
  expect(passed).toEqual(['J1', 'J2', 'J7', 'J11', 'J12', 'J13', 'J15', 'J16', 'J18', 'J19']);
  expect(io.written.join('\n')).toMatch(/^Left out: J3\. Nobody reads the messages that this pool sends/m);
  expect(io.written.at(-1)).toMatch(/^Passed: dev on AWS, 10 of 18 journeys, /);
  expect(pool.pool.users.all()).toEqual([]);
  // Nobody is there to read one.
  expect(pool.inbox.all()).toEqual([]);
}, 60_000);

test('AWS_ENDPOINT_URL without a service is honoured too, and an endpoint that does not answer is named', async () => {
  const { exitCode, problems } = await begin({ AWS_ENDPOINT_URL: 'http://127.0.0.1:9' }).ended;
  expect(problems).toMatch(/^AWS CloudFormation cannot be reached at http:\/\/127\.0\.0\.1:9: .*ECONNREFUSED.*\n$/);
  expect(exitCode).toBe(2);
}, 30_000);

test('a stack that is not deployed is named, with the command that deploys it', async () => {
  const { exitCode, problems } = await run(['--env', 'staging'], { ...someCredentials, ...endpoints });
  expect(problems).toEqual([
    expect.stringMatching(/^The stack userpool-staging-auth is not deployed in [^]*npx cdk deploy 'staging\/\*'/),
  ]);
  expect(exitCode).toBe(2);
});

test('a stack without the outputs is named, with the output that is missing', async () => {
  const { exitCode, problems } = await run(['--env', 'mfa-off'], { ...someCredentials, ...endpoints });
  expect(problems).toEqual([expect.stringContaining('mfa-off/auth has no output that tells the id of the user pool.')]);
  expect(exitCode).toBe(2);
});

test('without credentials the message says so, and how to get some', async () => {
  const { exitCode, problems } = await run([], endpoints);
  expect(problems).toEqual([expect.stringMatching(/^There are no usable AWS credentials: [^]*aws sso login/)]);
  expect(exitCode).toBe(2);
});

test('a Cognito endpoint that does not answer is named', async () => {
  const nobody = { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: 'http://127.0.0.1:9' };
  const { exitCode, problems } = await begin({ ...endpoints, ...nobody }).ended;
  expect(problems).toMatch(/^Amazon Cognito cannot be reached at http:\/\/127\.0\.0\.1:9: .*ECONNREFUSED.*\n$/);
  expect(exitCode).toBe(2);
}, 30_000);

test('production is refused before anything is asked of AWS, unless it is allowed', async () => {
  const refused = await run(['--env', 'prod'], {});
  expect(refused.problems).toEqual([
    expect.stringMatching(/^prod\/auth is of class production\.[^]*--allow-production/),
  ]);
  expect(refused.exitCode).toBe(2);
  const allowed = await run(['--env', 'prod', '--allow-production'], { ...someCredentials, ...endpoints });
  expect(allowed.problems).toEqual([expect.stringContaining('The stack userpool-prod-auth is not deployed')]);
});

test('Ctrl-C halfway leaves no user behind', async () => {
  const { child, ended } = begin(endpoints);
  let usersHalfway = 0;
  onLogLine = (line) => {
    if (!line.startsWith('VerifySoftwareToken')) return;
    usersHalfway = pool.pool.users.all().length;
    child.kill('SIGINT');
  };
  const { problems, written, exitCode } = await ended;
  onLogLine = () => undefined;
  expect(usersHalfway).toBe(1);
  expect(pool.pool.users.all()).toEqual([]);
  expect(problems).toMatch(
    /Interrupted: removing the user sign-in-\w+@example\.com\.[^]*aws cognito-idp admin-delete-user/,
  );
  expect(written).toMatch(/Remove the user +AdminDeleteUser +passed/);
  expect(exitCode).toBe(1);
}, 30_000);

test('Ctrl-C in one of several journeys leaves no user behind and begins no other', async () => {
  const { child, ended } = begin(endpoints, 'journeys');
  let usersHalfway = 0;
  onLogLine = (line) => {
    // That of J1, which has made a user.
    if (!line.startsWith('AdminListGroupsForUser')) return;
    usersHalfway = pool.pool.users.all().length;
    child.kill('SIGINT');
  };
  const { problems, written, exitCode } = await ended;
  onLogLine = () => undefined;
  expect(usersHalfway).toBe(1);
  expect(pool.pool.users.all()).toEqual([]);
  expect(problems).toMatch(
    /Interrupted: removing the user sign-in-\w+@example\.com\.[^]*aws cognito-idp admin-delete-user/,
  );
  expect(written).toMatch(/^J1 .* INTERRUPTED [^]*^J2 .* not reached$/m);
  expect(exitCode).toBe(1);
}, 30_000);
