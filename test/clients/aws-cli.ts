/**
 * The AWS CLI, unmodified, against `npm run local`: pointed at it by --endpoint-url alone, as the command prints it.
 * Run by `npm run test:aws-cli`; it needs the CLI and says how to get it.
 */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Secret, TOTP } from 'otpauth';

const command = process.env['AWS_CLI'] ?? 'aws';
const password = 'Correct-Horse-9-Battery';
const email = 'cli@example.com';

interface Running {
  readonly process: ChildProcess;
  readonly endpoint: string;
  readonly userPoolId: string;
  readonly clientId: string;
}

interface Ended {
  readonly status: number | null;
  readonly output: string;
  readonly problem: string;
}

async function main(): Promise<number> {
  const version = spawnSync(command, ['--version'], { encoding: 'utf8' });
  if (version.error !== undefined || version.status !== 0) {
    console.error(`There is no AWS CLI (${command}). Install it, on Debian: apt-get install awscli.`);
    return 2;
  }
  console.log(`${version.stdout.trim()}${version.stderr.trim()}`);
  const local = await startLocal();
  try {
    signInWithTotp(local);
  } finally {
    const ended = once(local.process, 'exit');
    local.process.kill('SIGINT');
    await ended;
  }
  console.log('The AWS CLI enrolled TOTP and signed in with it.');
  return 0;
}

/** Starts the pool of `dev` and reads from its own words where it is. */
async function startLocal(): Promise<Running> {
  const child = spawn(process.execPath, ['-r', 'ts-node/register', 'bin/userpool.ts', 'local', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const facts = new Map<string, string>();
  for await (const line of createInterface({ input: child.stdout })) {
    const [, name, value] = /^ {2}(\S.*?) {2,}(\S+)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) facts.set(name, value);
    if (line.startsWith('Users and messages are kept')) break;
  }
  child.stdout.resume();
  const fact = (name: string): string => {
    const value = facts.get(name);
    ok(value, `npm run local did not print "${name}"`);
    return value;
  };
  return {
    process: child,
    endpoint: fact('endpoint'),
    userPoolId: fact('user pool id'),
    clientId: fact('client backend (server)'),
  };
}

/** Journey J7, as an operator types it. */
function signInWithTotp({ endpoint, userPoolId, clientId }: Running): void {
  const pool = ['--user-pool-id', userPoolId];
  const user = [...pool, '--username', email];
  const run = (operation: string, ...parameters: readonly string[]): Ended => aws(endpoint, operation, parameters);
  const json = (operation: string, ...parameters: readonly string[]): Record<string, unknown> => {
    const { status, output, problem } = run(operation, ...parameters);
    equal(status, 0, `${operation}: ${problem}`);
    console.log(`passed  ${operation}`);
    return output === '' ? {} : (JSON.parse(output) as Record<string, unknown>);
  };

  const created = json('admin-create-user', ...user, '--message-action', 'SUPPRESS') as {
    readonly User: { readonly Username: string };
  };
  const username = created.User.Username;
  json('admin-set-user-password', ...user, '--password', password, '--permanent');

  const described = json('describe-user-pool-client', ...pool, '--client-id', clientId) as {
    readonly UserPoolClient: { readonly ClientSecret: string };
  };
  const hash = (name: string): string =>
    createHmac('sha256', described.UserPoolClient.ClientSecret)
      .update(name + clientId)
      .digest('base64');
  const client = [...pool, '--client-id', clientId];
  const signIn = (): Record<string, unknown> =>
    json(
      'admin-initiate-auth',
      ...[...client, '--auth-flow', 'ADMIN_USER_PASSWORD_AUTH', '--auth-parameters'],
      `USERNAME=${email},PASSWORD=${password},SECRET_HASH=${hash(email)}`,
    );

  const { AuthenticationResult } = signIn() as { readonly AuthenticationResult: { readonly AccessToken: string } };
  const token = ['--access-token', AuthenticationResult.AccessToken];
  const { SecretCode } = json('associate-software-token', ...token) as { readonly SecretCode: string };
  const totp = new TOTP({ secret: Secret.fromBase32(SecretCode) });
  const code = (step: number): string => totp.generate({ timestamp: Date.now() + step * 30_000 });
  const enrolled = json('verify-software-token', ...token, '--user-code', code(-1));
  equal(enrolled['Status'], 'SUCCESS');
  const totpPreferred = ['--software-token-mfa-settings', 'Enabled=true,PreferredMfa=true'];
  json('set-user-mfa-preference', ...token, ...totpPreferred);
  const stored = json('admin-get-user', ...user);
  deepEqual(stored['UserMFASettingList'], ['SOFTWARE_TOKEN_MFA']);

  const { ChallengeName, Session } = signIn() as { readonly ChallengeName: string; readonly Session: string };
  equal(ChallengeName, 'SOFTWARE_TOKEN_MFA');
  const answer = (answered: string): readonly string[] => [
    ...[...client, '--challenge-name', 'SOFTWARE_TOKEN_MFA', '--session', Session, '--challenge-responses'],
    `USERNAME=${username},SOFTWARE_TOKEN_MFA_CODE=${answered},SECRET_HASH=${hash(username)}`,
  ];
  const spent = run('admin-respond-to-auth-challenge', ...answer(code(-1)));
  ok(spent.status !== 0, 'a spent code must be refused');
  match(spent.problem, /ExpiredCodeException|CodeMismatchException/);
  console.log('passed  admin-respond-to-auth-challenge refuses a spent code');
  const signedIn = json('admin-respond-to-auth-challenge', ...answer(code(0)));
  ok(signedIn['AuthenticationResult'], 'tokens must follow');
  json('admin-delete-user', ...user);
}

/** Nothing of the developer's AWS configuration takes part. */
function aws(endpoint: string, operation: string, parameters: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(
    command,
    ['cognito-idp', operation, '--endpoint-url', endpoint, '--region', 'eu-west-1', '--output', 'json', ...parameters],
    {
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        HOME: '/nonexistent',
        AWS_ACCESS_KEY_ID: 'local',
        AWS_SECRET_ACCESS_KEY: 'local',
        AWS_PAGER: '',
      },
    },
  );
  return { status, output: stdout.trim(), problem: stderr.trim() };
}

void main().then((code) => process.exit(code));
