import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { main } from '../../lib/commands/local';
import { stacksWithPool } from '../../lib/commands/pick-stack';
import { main as signIn } from '../../lib/commands/sign-in';
import { startLocalPools } from '../../lib/local-pool/local-pool';
import type { LocalPools } from '../../lib/local-pool/local-pool';
import { readAssembly } from '../../lib/template/assembly';
import { signingKeys } from '../local-pool/signing-keys';
import { removeDirectories } from '../template/assembly-on-disk';
import { capturedIo } from './captured-io';
import { foreignApp } from './foreign-app';

let directory: string;
let local: LocalPools;
let cognito: sdk.CognitoIdentityProviderClient;
beforeAll(async () => {
  process.env['CDK_VALIDATION'] = 'false';
  directory = foreignApp();
  const stacks = stacksWithPool(readAssembly(directory));
  local = await startLocalPools({ stacks, port: 0, signingKeys, log: () => undefined });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  cognito = new sdk.CognitoIdentityProviderClient({ endpoint: local.origin, region: 'eu-west-1', credentials });
}, 60_000);
afterAll(async () => {
  cognito.destroy();
  await local.close();
  removeDirectories();
});

/** The pool of that UserPoolName. */
function poolId(name: string): string {
  const served = local.pools.find(({ pool }) => pool.settings.name === name);
  if (served === undefined) throw new Error(`${name} is not served`);
  return served.pool.id;
}

/** By name: the list goes by the ids, which are random. */
async function clientsOf(name: string): Promise<readonly sdk.UserPoolClientDescription[]> {
  const list = new sdk.ListUserPoolClientsCommand({ UserPoolId: poolId(name), MaxResults: 60 });
  const { UserPoolClients = [] } = await cognito.send(list);
  return UserPoolClients.toSorted((one, other) => (one.ClientName ?? '').localeCompare(other.ClientName ?? ''));
}

test('every pool is served, that of the nested stack too', async () => {
  const { UserPools = [] } = await cognito.send(new sdk.ListUserPoolsCommand({ MaxResults: 60 }));
  expect(UserPools.map(({ Name }) => Name).toSorted()).toEqual(['customers', 'machines', 'people']);
});

test.each([
  ['people', [/^PeopleWeb/, /^Staff/], ['editors']],
  ['machines', [/^MachinesRobot/], ['arms']],
  ['customers', [/^Checkout/, /^Mobile/], []],
])('%s has the clients and groups that name it, of whatever stack', async (name, clients, groups) => {
  const UserPoolId = poolId(name);
  const names = (await clientsOf(name)).map(({ ClientName = '' }) => ClientName);
  expect(names).toEqual(clients.map((pattern) => expect.stringMatching(pattern) as string));
  const { Groups = [] } = await cognito.send(new sdk.ListGroupsCommand({ UserPoolId }));
  expect(Groups.map(({ GroupName }) => GroupName)).toEqual(groups);
});

test('everybody signs up and in where they belong, and nowhere else', async () => {
  const [mobile] = (await clientsOf('customers')).filter(({ ClientName }) => ClientName?.startsWith('Mobile'));
  const [robot] = await clientsOf('machines');
  const signUp = {
    Username: 'zoe',
    Password: 'Correct-Horse-9',
    UserAttributes: [{ Name: 'email', Value: 'zoe@example.com' }],
  };
  // The customers' own pool lets nobody sign up by themselves: a pool of the CDK says so unless it is told otherwise.
  await expect(cognito.send(new sdk.SignUpCommand({ ClientId: mobile?.ClientId, ...signUp }))).rejects.toThrow(
    sdk.NotAuthorizedException,
  );
  const UserPoolId = poolId('customers');
  await cognito.send(new sdk.AdminCreateUserCommand({ UserPoolId, Username: 'zoe', MessageAction: 'SUPPRESS' }));
  const { Password } = signUp;
  await cognito.send(new sdk.AdminSetUserPasswordCommand({ UserPoolId, Username: 'zoe', Password, Permanent: true }));
  const enter = (ClientId: string | undefined) =>
    cognito.send(
      new sdk.InitiateAuthCommand({
        ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'zoe', PASSWORD: Password },
      }),
    );
  expect((await enter(mobile?.ClientId)).AuthenticationResult).toBeDefined();
  await expect(enter(robot?.ClientId)).rejects.toThrow(sdk.UserNotFoundException);
});

describe('what a template declares for a pool is told by the operations that describe it', () => {
  test('its domain', async () => {
    const describe = new sdk.DescribeUserPoolDomainCommand({ Domain: 'people-of-acme' });
    const { DomainDescription } = await cognito.send(describe);
    expect(DomainDescription).toMatchObject({ UserPoolId: poolId('people'), Status: 'ACTIVE', ManagedLoginVersion: 1 });
    const { UserPool } = await cognito.send(new sdk.DescribeUserPoolCommand({ UserPoolId: poolId('people') }));
    expect(UserPool?.Domain).toBe('people-of-acme');
  });

  test('a resource server with its scopes', async () => {
    const describe = new sdk.DescribeResourceServerCommand({ UserPoolId: poolId('people'), Identifier: 'orders' });
    expect((await cognito.send(describe)).ResourceServer).toMatchObject({
      Scopes: [{ ScopeName: 'read', ScopeDescription: 'Reads orders.' }],
    });
  });

  test('an identity provider, without the secret that is resolved at deployment', async () => {
    const describe = new sdk.DescribeIdentityProviderCommand({ UserPoolId: poolId('people'), ProviderName: 'Acme' });
    const { IdentityProvider } = await cognito.send(describe);
    expect(IdentityProvider).toMatchObject({
      ProviderType: 'OIDC',
      ProviderDetails: { client_id: 'people', oidc_issuer: 'https://acme.example.com' },
    });
    expect(IdentityProvider?.ProviderDetails).not.toHaveProperty('client_secret');
  });

  test('an app client with what managed login would use', async () => {
    const [web] = await clientsOf('people');
    const describe = new sdk.DescribeUserPoolClientCommand({ UserPoolId: poolId('people'), ClientId: web?.ClientId });
    expect((await cognito.send(describe)).UserPoolClient).toMatchObject({
      AllowedOAuthScopes: ['openid', 'orders/read'],
      SupportedIdentityProviders: ['COGNITO', 'Acme'],
    });
  });

  test('risks, the look of pages, and where logs go', async () => {
    const UserPoolId = poolId('people');
    const [web] = await clientsOf('people');
    const risk = await cognito.send(new sdk.DescribeRiskConfigurationCommand({ UserPoolId, ClientId: web?.ClientId }));
    expect(risk.RiskConfiguration).toMatchObject({
      ClientId: web?.ClientId,
      RiskExceptionConfiguration: { SkippedIPRangeList: ['192.0.2.0/24'] },
    });
    const look = await cognito.send(new sdk.GetUICustomizationCommand({ UserPoolId }));
    expect(look.UICustomization).toMatchObject({ ClientId: 'ALL', CSS: '.label {}' });
    const logs = await cognito.send(new sdk.GetLogDeliveryConfigurationCommand({ UserPoolId }));
    expect(logs.LogDeliveryConfiguration?.LogConfigurations).toEqual([
      {
        EventSource: 'userNotification',
        LogLevel: 'ERROR',
        CloudWatchLogsConfiguration: { LogGroupArn: 'arn:aws:logs:eu-west-1:111122223333:log-group:people' },
      },
    ]);
  });

  test('a user, past the pre-sign-up trigger, invited and in a group', async () => {
    const UserPoolId = poolId('people');
    const anna = await cognito.send(new sdk.AdminGetUserCommand({ UserPoolId, Username: 'anna' }));
    expect(anna).toMatchObject({
      UserStatus: 'FORCE_CHANGE_PASSWORD',
      UserAttributes: expect.arrayContaining([{ Name: 'email', Value: 'anna@example.com' }]),
    });
    const { Groups } = await cognito.send(new sdk.AdminListGroupsForUserCommand({ UserPoolId, Username: 'anna' }));
    expect(Groups).toEqual([
      expect.objectContaining({
        GroupName: 'editors',
        RoleArn: expect.stringMatching(/^arn:aws:iam::111122223333:role\/Editor/),
      }),
    ]);
    expect(await (await fetch(`${local.origin}/inbox`)).json()).toEqual([
      expect.objectContaining({ to: 'anna@example.com', kind: 'AdminCreateUser' }),
    ]);
  });
});

test('what federation and managed login would do is named as not simulated, for the pool that asks', () => {
  const named = local.pools.map(({ path, notSimulated }) => [path, notSimulated.map(({ name }) => name)]);
  expect(named).toEqual([
    [
      expect.stringMatching(/^identity\/People/),
      ['Federation', 'Implicit grant', 'Threat protection', 'Managed login branding'],
    ],
    // A client of the CDK that is told nothing else has the implicit grant.
    [expect.stringMatching(/^identity\/Machines/), ['Implicit grant']],
    [expect.stringMatching(/^shop\/Customers\w+\/Pool/), ['Implicit grant']],
  ]);
});

describe('the commands', () => {
  async function listing(...args: readonly string[]): Promise<string> {
    const controller = new AbortController();
    const io = capturedIo({ signal: controller.signal });
    const out = (line: string): void => {
      io.out(line);
      if (line.includes('Ctrl-C stops it')) controller.abort();
    };
    expect(await main(['--assembly', directory, '--port', '0', ...args], { ...io, out })).toBe(0);
    return io.written.join('\n');
  }

  test('npm run local names each pool: by its stack where that has one, by its path otherwise', async () => {
    const text = await listing();
    expect(text).toMatch(/^3 user pools run on this machine\./);
    expect(text.split('\n').filter((line) => /^(identity|shop)/.test(line))).toEqual([
      expect.stringMatching(/^identity\/People\w{8}$/),
      expect.stringMatching(/^identity\/Machines\w{8}$/),
      'shop',
    ]);
  });

  test('npm run local -- --env serves the pools of one stack, with the clients that other stacks have for them', async () => {
    const text = await listing('--env', 'identity');
    expect(text).toMatch(/^2 user pools run/);
    expect(text).toMatch(/client Staff\w{8} /);
    expect(await listing('--env', 'shop')).toMatch(/^The user pool of shop runs on this machine\./);
  });

  const signInTo = async (...args: readonly string[]) => {
    const io = capturedIo();
    return { exitCode: await signIn(['--assembly', directory, ...args], io), ...io };
  };

  test('npm run sign-in asks which of two pools is meant', async () => {
    const { exitCode, problems } = await signInTo('--env', 'identity');
    expect(exitCode).toBe(2);
    expect(problems).toEqual([
      expect.stringMatching(
        /^identity has 2 user pools: identity\/People\w+, identity\/Machines\w+\. Name one of them with --pool\.$/,
      ),
    ]);
  });

  test.each([
    ['one of two', ['--env', 'identity', '--pool', 'people'], /PeopleWeb/],
    ['the one of a nested stack', ['--env', 'shop'], /Checkout/],
  ])('npm run sign-in takes a user through %s', async (_which, args, client) => {
    const { exitCode, written } = await signInTo(...args);
    expect(written.at(-1)).toMatch(/^Passed: /);
    expect(written.at(-1)).toMatch(client);
    expect(exitCode).toBe(0);
  });
});
