/**
 * The AWS CLI, unmodified, against `npm run local`: pointed at it by --endpoint-url alone, as the command prints it.
 * Run by `npm run test:aws-cli`; it needs the CLI and says how to get it.
 */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Message } from '../../lib/local-pool/state/inbox';
import { AwsCli } from './aws-cli-runs';
import { startLocalCommand, type LocalCommand } from './local-command';

const password = 'Correct-Horse-9-Battery';

/** What the stories share: the CLI, and where it finds the pool. */
interface Scene {
  readonly cli: AwsCli;
  readonly local: LocalCommand;
  readonly endpoint: string;
  readonly pool: readonly [string, string];
}

type Story = (scene: Scene) => void | Promise<void>;

const stories: Readonly<Record<string, Story>> = {
  'an operator makes a user, who enrols TOTP and signs in with it': signInWithTotp,
  'a person signs up, confirms and signs in, all without credentials': signUp,
  'an operator looks after groups, page by page, and asks with JMESPath': lookAfterGroups,
  'what is refused has the exit code and the exception of the service': beRefused,
  'SES and SNS of the stand-ins send into the inbox': sendMessages,
};

async function main(): Promise<number> {
  const command = process.env['AWS_CLI'] ?? 'aws';
  const cli = AwsCli.find(command);
  if (cli === undefined) {
    console.error(`There is no AWS CLI (${command}). Install it, on Debian: apt-get install awscli.`);
    return 2;
  }
  console.log(cli.version);
  const local = await startLocalCommand();
  try {
    const endpoint = local.fact('endpoint');
    const scene: Scene = { cli, local, endpoint, pool: ['--user-pool-id', local.fact('user pool id')] };
    for (const [title, story] of Object.entries(stories)) {
      await story(scene);
      console.log(`passed  ${title}`);
    }
  } finally {
    await local.stop();
  }
  return 0;
}

/** Journey J7, as an operator types it. */
function signInWithTotp({ cli, local, endpoint, pool }: Scene): void {
  const email = 'cli@example.com';
  const clientId = local.fact('client backend (server)');
  const client = [...pool, '--client-id', clientId];
  const user = [...pool, '--username', email];
  const json = (operation: string, ...parameters: readonly string[]): Record<string, unknown> =>
    cli.json(endpoint, 'cognito-idp', operation, ...parameters);

  const { User } = json('admin-create-user', ...user, '--message-action', 'SUPPRESS') as {
    readonly User: { readonly Username: string };
  };
  json('admin-set-user-password', ...user, '--password', password, '--permanent');
  const { UserPoolClient } = json('describe-user-pool-client', ...client) as {
    readonly UserPoolClient: { readonly ClientSecret: string };
  };
  const hash = (name: string): string =>
    createHmac('sha256', UserPoolClient.ClientSecret)
      .update(name + clientId)
      .digest('base64');
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
  const spent = code(-1);
  equal(json('verify-software-token', ...token, '--user-code', spent)['Status'], 'SUCCESS');
  json('set-user-mfa-preference', ...token, '--software-token-mfa-settings', 'Enabled=true,PreferredMfa=true');
  deepEqual(json('admin-get-user', ...user)['UserMFASettingList'], ['SOFTWARE_TOKEN_MFA']);

  const { ChallengeName, Session } = signIn() as { readonly ChallengeName: string; readonly Session: string };
  equal(ChallengeName, 'SOFTWARE_TOKEN_MFA');
  const answer = (given: string): readonly string[] => [
    ...[...client, '--challenge-name', 'SOFTWARE_TOKEN_MFA', '--session', Session, '--challenge-responses'],
    `USERNAME=${User.Username},SOFTWARE_TOKEN_MFA_CODE=${given},SECRET_HASH=${hash(User.Username)}`,
  ];
  const respond = 'admin-respond-to-auth-challenge';
  // It may have become too old since.
  const spentOrOld = /\((ExpiredCode|CodeMismatch)Exception\) when calling the AdminRespondToAuthChallenge operation/;
  cli.refused(endpoint, spentOrOld, 'cognito-idp', respond, ...answer(spent));
  ok(json(respond, ...answer(code(0)))['AuthenticationResult'], 'tokens must follow');
  json('admin-delete-user', ...user);
}

async function signUp({ cli, local, endpoint, pool }: Scene): Promise<void> {
  const email = 'ada@example.com';
  const client = ['--client-id', local.fact('client legacy (legacy-password)')];
  const user = [...client, '--username', email];
  /** Without credentials the CLI signs nothing. */
  const unsigned = (operation: string, ...parameters: readonly string[]): Record<string, unknown> =>
    cli.json(endpoint, 'cognito-idp', operation, '--no-sign-request', ...parameters);

  const signedUp = unsigned(
    'sign-up',
    ...user,
    '--password',
    password,
    '--user-attributes',
    `Name=email,Value=${email}`,
  );
  equal(signedUp['UserConfirmed'], false);
  const message = (await inbox(local)).find(({ to }) => to === email);
  unsigned('confirm-sign-up', ...user, '--confirmation-code', message?.code ?? '');
  const { AuthenticationResult } = unsigned(
    'initiate-auth',
    ...[...client, '--auth-flow', 'USER_PASSWORD_AUTH', '--auth-parameters', `USERNAME=${email},PASSWORD=${password}`],
  ) as { readonly AuthenticationResult: { readonly AccessToken: string } };
  const token = ['--access-token', AuthenticationResult.AccessToken];
  const address = "UserAttributes[?Name=='email'].Value | [0]";
  equal(
    cli.text(
      endpoint,
      'cognito-idp',
      'get-user',
      '--no-sign-request',
      ...token,
      '--query',
      address,
      '--output',
      'text',
    ),
    email,
  );
  unsigned('delete-user', ...token);
  const gone = /\(UserNotFoundException\) when calling the AdminGetUser operation: User does not exist\.$/;
  cli.refused(endpoint, gone, 'cognito-idp', 'admin-get-user', ...pool, '--username', email);
}

function lookAfterGroups({ cli, endpoint, pool }: Scene): void {
  const text = (operation: string, ...parameters: readonly string[]): string =>
    cli.text(endpoint, 'cognito-idp', operation, ...pool, '--output', 'text', ...parameters);
  const user = ['--username', 'member@example.com'];
  const groups = ['cli-1', 'cli-2'];
  text('admin-create-user', ...user, '--message-action', 'SUPPRESS');
  for (const [index, name] of groups.entries()) {
    text('create-group', '--group-name', name, '--precedence', String(index));
    text('admin-add-user-to-group', ...user, '--group-name', name);
  }
  // The CLI itself asks for the further pages.
  const all = text('list-groups', '--page-size', '1', '--query', "Groups[?starts_with(GroupName, 'cli-')].[GroupName]");
  deepEqual(all.split('\n').toSorted(), groups);
  const ofUser = text('admin-list-groups-for-user', ...user, '--query', 'Groups[].GroupName');
  deepEqual(ofUser.split('\t').toSorted(), groups);
  text('admin-remove-user-from-group', ...user, '--group-name', 'cli-1');
  for (const [name, members] of [
    ['cli-1', '0'],
    ['cli-2', '1'],
  ] as const)
    equal(text('list-users-in-group', '--group-name', name, '--query', 'length(Users)'), members);
  for (const name of groups) text('delete-group', '--group-name', name);
  text('admin-delete-user', ...user);
}

function beRefused({ cli, endpoint, pool }: Scene): void {
  const refused = (refusal: RegExp, ...args: readonly string[]): void =>
    cli.refused(endpoint, refusal, 'cognito-idp', ...args);
  const noPool = /\(ResourceNotFoundException\) .*: User pool eu-west-1_nobody does not exist\.$/;
  refused(noPool, 'describe-user-pool', '--user-pool-id', 'eu-west-1_nobody');
  const noGroup = /\(ResourceNotFoundException\) when calling the GetGroup operation: Group not found\.$/;
  refused(noGroup, 'get-group', ...pool, '--group-name', 'nobody');
  const constraint = /\(InvalidParameterException\) .*: 1 validation error detected: Value at 'username' failed/;
  refused(constraint, 'admin-get-user', ...pool, '--username', 'two words');
  const unsigned = /\(MissingAuthenticationTokenException\) when calling the ListGroups operation/;
  refused(unsigned, 'list-groups', ...pool, '--no-sign-request');
  // What the CLI misses it says itself, and sends nothing.
  cli.misused(endpoint, 'cognito-idp', 'admin-get-user', ...pool);
}

async function sendMessages({ cli, local, endpoint }: Scene): Promise<void> {
  const from = 'Kiosk <no-reply@example.com>';
  const ses = `${endpoint}/stand-ins/ses`;
  cli.json(
    ses,
    'ses',
    'send-email',
    '--from',
    from,
    '--to',
    'v1@example.com',
    '--subject',
    'Öne',
    '--html',
    '<p>1 & 2</p>',
  );
  const content = { Simple: { Subject: { Data: 'Two' }, Body: { Text: { Data: '2' } } } };
  cli.json(
    ses,
    ...['sesv2', 'send-email', '--from-email-address', from, '--destination', 'ToAddresses=v2@example.com'],
    ...['--content', JSON.stringify(content)],
  );
  cli.json(`${endpoint}/stand-ins/sns`, 'sns', 'publish', '--phone-number', '+4915112345678', '--message', '3');
  cli.refused(
    ses,
    /\(InvalidParameterValue\) .*: Missing final '@domain'$/,
    'ses',
    'send-email',
    '--from',
    from,
    ...to('me'),
  );
  cli.refused(ses, /\(NotSimulatedException\) .*: ses\.ListIdentities is not simulated/, 'ses', 'list-identities');
  const sent = (await inbox(local)).filter(({ kind }) => kind === 'Sent');
  deepEqual(
    sent.map(({ medium, to: recipient, subject, body }) => [medium, recipient, subject, body]),
    [
      ['EMAIL', 'v1@example.com', 'Öne', '<p>1 & 2</p>'],
      ['EMAIL', 'v2@example.com', 'Two', '2'],
      ['SMS', '+4915112345678', '', '3'],
    ],
  );
}

function to(address: string): readonly string[] {
  return ['--to', address, '--subject', 'any', '--text', 'any'];
}

async function inbox(local: LocalCommand): Promise<readonly Message[]> {
  return (await (await fetch(local.fact('inbox'))).json()) as readonly Message[];
}

void main().then((code) => process.exit(code));
