import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalPool, type LocalPool, type LocalPoolOptions } from '../../lib/local-pool/local-pool';
import { StateFileError } from '../../lib/local-pool/state-file/state-file-error';
import type { RawObject } from '../../lib/template/value';
import { freePort } from '../free-port';
import { password } from './pool-builder';
import { SetClock } from './set-clock';
import { client, group, pool, stackOf } from './settings/pool-template';
import { signingKeys } from './signing-keys';
import { MemoryFiles } from './state-file/memory-files';

const web = client({
  ClientName: 'web',
  ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
});
const server = client({
  ClientName: 'server',
  GenerateSecret: true,
  ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'],
});
const badge = pool({ UserPoolName: 'people', Schema: [{ Name: 'badge', AttributeDataType: 'String', Mutable: true }] });
const people: RawObject = {
  Pool: badge,
  Web: web,
  Server: server,
  Members: group(),
  Admins: group({ GroupName: 'admins' }),
};

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'state-'));
});
afterEach(() => rm(directory, { recursive: true }));
const file = (): string => join(directory, 'people.state');

interface Started extends LocalPool {
  /** A request of the API; the answer's status and body. */
  readonly send: (operation: string, body: object) => Promise<{ readonly status: number; readonly body: Reply }>;
  /** The same of an administrator, which must succeed. */
  readonly admin: (operation: string, body: object) => Promise<Reply>;
  readonly clientId: (name: string) => string;
}

interface Reply {
  readonly __type?: string;
  readonly message?: string;
  readonly AuthenticationResult?: {
    readonly AccessToken: string;
    readonly RefreshToken?: string;
  };
  readonly [member: string]: unknown;
}

/** Starts the pool of these resources with the state file. */
async function start(resources: RawObject = people, options: Partial<LocalPoolOptions> = {}): Promise<Started> {
  const state = { file: file() };
  const local = await startLocalPool({
    stack: stackOf(resources),
    port: 0,
    state,
    signingKeys,
    log: () => undefined,
    ...options,
  });
  const send: Started['send'] = async (operation, body) => {
    const answer = await fetch(local.origin, {
      method: 'POST',
      headers: {
        'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
        Authorization: 'AWS4-HMAC-SHA256 Credential=local/20261121/eu-west-1/cognito-idp/aws4_request',
      },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Reply };
  };
  return {
    ...local,
    send,
    async admin(operation, body) {
      const reply = await send(operation, { UserPoolId: local.pool.id, ...body });
      expect([operation, reply]).toEqual([operation, { status: 200, body: reply.body }]);
      return reply.body;
    },
    clientId(name) {
      const found = [...local.pool.clients.values()].find((candidate) => candidate.name === name);
      return found?.id ?? 'none';
    },
  };
}

/** Anna, a member with a badge, signed in. */
async function signInAnna({ admin, send, clientId }: Started) {
  await admin('AdminCreateUser', {
    Username: 'anna',
    MessageAction: 'SUPPRESS',
    UserAttributes: [
      { Name: 'email', Value: 'anna@example.com' },
      { Name: 'custom:badge', Value: '7' },
    ],
  });
  await admin('AdminSetUserPassword', { Username: 'anna', Password: password, Permanent: true });
  await admin('AdminAddUserToGroup', { Username: 'anna', GroupName: 'members' });
  await admin('AdminAddUserToGroup', { Username: 'anna', GroupName: 'admins' });
  return signIn(send, clientId('web'));
}

async function signIn(send: Started['send'], ClientId: string) {
  const { body } = await send('InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: 'anna', PASSWORD: password },
  });
  return body.AuthenticationResult ?? { AccessToken: '', RefreshToken: '' };
}

const refresh = (ClientId: string, token = '') => ({
  ClientId,
  AuthFlow: 'REFRESH_TOKEN_AUTH',
  AuthParameters: { REFRESH_TOKEN: token },
});

describe('after a restart', () => {
  test('the ids are as before, tokens are good, and the user signs in with the same password', async () => {
    // Each start would make keys of its own.
    const options = { port: await freePort(), signingKeys: undefined };
    const before = await start(people, options);
    const { AccessToken, RefreshToken } = await signInAnna(before);
    const [poolId, clientId, user] = [before.pool.id, before.clientId('web'), before.pool.requireUser('anna')];
    const keySet = await (await fetch(`${before.pool.issuer}/.well-known/jwks.json`)).text();
    const { UserPoolClient } = await before.admin('DescribeUserPoolClient', { ClientId: before.clientId('server') });
    await before.close();

    const after = await start(people, options);
    expect([after.pool.id, after.clientId('web'), after.pool.requireUser('anna')]).toEqual([poolId, clientId, user]);
    expect(after.state).toEqual({ file: file(), users: 1, unfinishedBytes: 0, leftOut: [] });
    expect(await (await fetch(`${after.pool.issuer}/.well-known/jwks.json`)).text()).toBe(keySet);
    expect(await after.send('GetUser', { AccessToken })).toMatchObject({ status: 200, body: { Username: 'anna' } });
    expect(await after.send('InitiateAuth', refresh(clientId, RefreshToken))).toMatchObject({ status: 200 });
    expect((await signIn(after.send, clientId)).RefreshToken).toMatch(/^ey/);
    const described = await after.admin('DescribeUserPoolClient', { ClientId: after.clientId('server') });
    expect(described['UserPoolClient']).toMatchObject({
      ClientSecret: (UserPoolClient as { readonly ClientSecret: string }).ClientSecret,
    });
    await after.close();
  });

  test('what was deleted, signed out or changed stays so', async () => {
    const before = await start();
    const { RefreshToken } = await signInAnna(before);
    await before.admin('AdminCreateUser', { Username: 'bob', MessageAction: 'SUPPRESS' });
    await before.admin('AdminDeleteUser', { Username: 'bob' });
    await before.admin('AdminUserGlobalSignOut', { Username: 'anna' });
    await before.admin('AdminUpdateUserAttributes', {
      Username: 'anna',
      UserAttributes: [{ Name: 'custom:badge', Value: '8' }],
    });
    await before.close();
    const after = await start();
    expect(after.pool.users.all().map(({ username }) => username)).toEqual(['anna']);
    expect(after.pool.requireUser('anna').attributes['custom:badge']).toBe('8');
    expect(await after.send('InitiateAuth', refresh(after.clientId('web'), RefreshToken))).toMatchObject({
      status: 400,
      body: { __type: 'NotAuthorizedException' },
    });
    await after.close();
  });

  test('a refresh token that was replaced is refused, and the one in its place is good', async () => {
    const RefreshTokenRotation = { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 };
    const rotating = {
      ...people,
      Web: client({ ClientName: 'web', ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'], RefreshTokenRotation }),
    };
    const clock = new SetClock();
    const before = await start(rotating, { clock });
    const { RefreshToken: first = '' } = await signInAnna(before);
    const ClientId = before.clientId('web');
    const { body } = await before.send('GetTokensFromRefreshToken', { ClientId, RefreshToken: first });
    const second = body.AuthenticationResult?.RefreshToken ?? '';
    await before.close();
    clock.advance({ seconds: 1 });
    const after = await start(rotating, { clock });
    expect(await after.send('GetTokensFromRefreshToken', { ClientId, RefreshToken: first })).toMatchObject({
      status: 400,
    });
    expect(await after.send('GetTokensFromRefreshToken', { ClientId, RefreshToken: second })).toMatchObject({
      status: 200,
    });
    await after.close();
  });

  test('token families that are over are no longer in the file', async () => {
    const clock = new SetClock();
    const before = await start(people, { clock });
    await signInAnna(before);
    await before.close();
    expect(await readFile(file(), 'utf8')).toContain('"change":"family"');
    clock.advance({ days: 40 });
    await (await start(people, { clock })).close();
    expect(await readFile(file(), 'utf8')).not.toContain('"change":"family"');
  });

  test('users of the template are made where they are missing, and are left as they are otherwise', async () => {
    const Anna = {
      Type: 'AWS::Cognito::UserPoolUser',
      Properties: { UserPoolId: { Ref: 'Pool' }, Username: 'anna', MessageAction: 'SUPPRESS' },
    };
    const before = await start({ ...people, Anna });
    await before.admin('AdminSetUserPassword', { Username: 'anna', Password: password, Permanent: true });
    await before.close();
    const after = await start({ ...people, Anna });
    expect(after.pool.requireUser('anna').status).toBe('CONFIRMED');
    await after.close();
  });

  test('a pool that was deleted through the API is a new one', async () => {
    const before = await start();
    await signInAnna(before);
    await before.admin('DeleteUserPool', {});
    await before.close();
    const after = await start();
    expect(after.pool.id).not.toBe(before.pool.id);
    expect([after.state?.users, after.state?.leftOut]).toEqual([0, []]);
    await after.close();
  });
});

describe('what the template has no longer is told, not in force, and back with it', () => {
  const without = (...names: readonly string[]): RawObject =>
    Object.fromEntries(Object.entries(people).filter(([name]) => !names.includes(name)));

  test.each<[string, RawObject, (before: Started) => string]>([
    ['a group', without('Admins'), () => 'group admins: its 1 member; the template does not have it'],
    [
      'an attribute',
      { ...people, Pool: pool({ UserPoolName: 'people' }) },
      () => 'attribute custom:badge: of 1 user; the template does not have it',
    ],
    [
      'a client',
      without('Web'),
      ({ clientId }) => `client web (${clientId('web')}): its 1 sign-in; the template does not have it`,
    ],
  ])('%s', async (_what, resources, line) => {
    const port = await freePort();
    const before = await start(people, { port });
    const { RefreshToken } = await signInAnna(before);
    const [user, clientId] = [before.pool.requireUser('anna'), before.clientId('web')];
    await before.close();

    const between = await start(resources, { port });
    expect(between.state?.leftOut).toEqual([`dev/auth/Pool: ${line(before)}`]);
    const { groups, attributes } = between.pool.requireUser('anna');
    const isThere = { group: groups.includes('admins'), attribute: 'custom:badge' in attributes };
    const { status } = await between.send('InitiateAuth', refresh(clientId, RefreshToken));
    expect({ ...isThere, client: status === 200 }).toEqual({
      group: resources['Admins'] !== undefined,
      attribute: resources['Pool'] === badge,
      client: resources['Web'] !== undefined,
    });
    // A change of the user must not lose what is left out.
    await between.admin('AdminUpdateUserAttributes', {
      Username: 'anna',
      UserAttributes: [{ Name: 'name', Value: 'Anna' }],
    });
    await between.close();

    const after = await start(people, { port });
    expect(after.state?.leftOut).toEqual([]);
    const back = after.pool.requireUser('anna');
    expect([back.groups.toSorted(), back.attributes]).toEqual([
      user.groups.toSorted(),
      { ...user.attributes, name: 'Anna' },
    ]);
    expect(await after.send('InitiateAuth', refresh(clientId, RefreshToken))).toMatchObject({ status: 200 });
    await after.close();
  });

  test.each<[string, RawObject, string]>([
    ['a pool', { Other: badge }, 'it is not among the pools that are served'],
    [
      'a pool whose users sign in with another name',
      { Pool: pool({ UsernameAttributes: ['email'] }) },
      'the template changed what users sign in with, which makes another pool on the service too',
    ],
    [
      'a pool whose names became case-sensitive',
      { Pool: pool({ UsernameConfiguration: { CaseSensitive: true } }) },
      'the template changed whether names are case-sensitive, which makes another pool on the service too',
    ],
  ])('%s', async (_what, resources, why) => {
    const folded = {
      ...people,
      Pool: pool({ UserPoolName: 'people', UsernameConfiguration: { CaseSensitive: false } }),
    };
    const before = await start(folded);
    await before.admin('AdminCreateUser', { Username: 'anna', MessageAction: 'SUPPRESS' });
    await before.close();
    const between = await start(resources);
    expect(between.pool.id).not.toBe(before.pool.id);
    expect(between.pool.users.all()).toEqual([]);
    expect(between.state?.leftOut).toEqual([`pool dev/auth/Pool (${before.pool.id}): its 1 user; ${why}`]);
    await between.close();
    const after = await start(folded);
    expect([after.pool.id, after.pool.users.all().length]).toEqual([before.pool.id, 1]);
    await after.close();
  });

  test('the address before, when it is another one: the tokens name it', async () => {
    const before = await start();
    const { AccessToken } = await signInAnna(before);
    await before.close();
    const after = await start(people, { port: await freePort() });
    expect(after.state?.leftOut).toEqual([
      `dev/auth/Pool: access tokens of ${before.origin}: the address is ${after.origin} now; refresh tokens go on`,
    ]);
    expect(await after.send('GetUser', { AccessToken })).toMatchObject({ status: 400 });
    await after.close();
  });

  test('settings that were made through the API: the group is gone, and its members are told of', async () => {
    const before = await start();
    await signInAnna(before);
    await before.admin('CreateGroup', { GroupName: 'guests' });
    await before.admin('AdminAddUserToGroup', { Username: 'anna', GroupName: 'guests' });
    await before.close();
    const after = await start();
    expect(after.pool.requireUser('anna').groups).toEqual(['members', 'admins']);
    expect(after.state?.leftOut).toContain('dev/auth/Pool: group guests: its 1 member; the template does not have it');
    await after.close();
  });
});

describe('a disk that fails', () => {
  test('ends requests with InternalErrorException and says so; when there is room again, everything is kept', async () => {
    const files = new MemoryFiles();
    const log: string[] = [];
    const options = { state: { file: '/people.state', files }, log: (line: string) => log.push(line) };
    const before = await start(people, options);
    await signInAnna(before);
    files.room = 10;
    const creation = { UserPoolId: before.pool.id, Username: 'bob', MessageAction: 'SUPPRESS' };
    expect(await before.send('AdminCreateUser', creation)).toEqual({
      status: 500,
      body: {
        __type: 'InternalErrorException',
        message:
          'The local user pool cannot write its state file, and acknowledges nothing that it cannot keep; its log says more.',
      },
    });
    expect(log.slice(-2)).toEqual([
      'AdminCreateUser 500 InternalErrorException',
      expect.stringMatching(
        /^\/people\.state: it cannot be written \(ENOSPC\)\. Requests fail until it can be: make room/,
      ),
    ]);
    // Bob is in memory by now: whoever asks must not hear of him before he is kept.
    const question = { UserPoolId: before.pool.id, Username: 'bob' };
    expect(await before.send('AdminGetUser', question)).toMatchObject({ status: 500 });
    files.room = Infinity;
    expect(await before.send('AdminGetUser', question)).toMatchObject({ status: 200 });
    const copy = new MemoryFiles();
    copy.contents.set('/people.state', files.contents.get('/people.state') ?? Buffer.of());
    const after = await start(people, { state: { file: '/people.state', files: copy } });
    expect(after.pool.users.all().map(({ username }) => username)).toEqual(['anna', 'bob']);
    await Promise.all([before.close(), after.close()]);
  });

  test('stops the start when it is full at the start', async () => {
    const files = new MemoryFiles();
    files.room = 0;
    await expect(start(people, { state: { file: '/people.state', files } })).rejects.toThrow(StateFileError);
    expect([...files.contents.keys()]).toEqual(['/people.state']);
  });
});

test('a start that fails for another reason keeps nothing and lets others have the file', async () => {
  await expect(start({ Pool: pool({ Unheard: 1 }) })).rejects.toThrow('Unheard');
  const local = await start();
  expect(local.state?.users).toBe(0);
  await local.close();
});

test('a damaged file stops the start, and is left as it is', async () => {
  await (await start()).close();
  const text = await readFile(file(), 'utf8');
  await writeFile(file(), text.replace('people', 'PEOPLE').replace('dev/auth', 'prod/auth'));
  const damaged = await readFile(file());
  await expect(start()).rejects.toThrow('line 2 is damaged');
  expect(await readFile(file())).toEqual(damaged);
});

test('without a file nothing is written, and nothing is told of one', async () => {
  const local = await start(people, { state: undefined });
  await signInAnna(local);
  expect(local.state).toBeUndefined();
  await local.close();
});
