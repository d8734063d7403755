import { once } from 'node:events';
import { get } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { startLocalPool, startLocalPools, type LocalPoolOptions } from '../../lib/local-pool/local-pool';
import { ListenError } from '../../lib/local-pool/server/listen-error';
import { SettingsError } from '../../lib/local-pool/settings/settings-error';
import type { StackArtifact } from '../../lib/template/assembly';
import type { RawObject } from '../../lib/template/value';
import { fixtureStack } from '../synthesis/assembly';
import { pool, stackOf } from './settings/pool-template';
import { signingKeys } from './signing-keys';

function start(options: Partial<LocalPoolOptions> = {}): ReturnType<typeof startLocalPool> {
  return startLocalPool({ stack: fixtureStack('dev'), port: 0, signingKeys, log: () => undefined, ...options });
}

async function listen(port: number): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

async function close(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const { server, port } = await listen(0);
  await close(server);
  return port;
}

test('the outputs of the stack name what runs here', async () => {
  const local = await start();
  expect([...local.outputs.values()]).toEqual(expect.arrayContaining([local.pool.id, local.pool.issuer]));
  expect(local.pool.issuer).toBe(`${local.origin}/${local.pool.id}`);
  await local.close();
});

test('only 127.0.0.1 is listened on', async () => {
  const local = await start();
  const { port } = new URL(local.origin);
  expect((await fetch(`http://127.0.0.1:${port}/inbox`)).status).toBe(200);
  // An address of this machine too, where whoever listens on all of them would answer.
  await expect(fetch(`http://127.0.0.2:${port}/inbox`)).rejects.toThrow('fetch failed');
  await local.close();
});

/** The status of a request to that address with that Host header; 'refused' where nobody listens. */
function statusAt(address: string, port: string, host: string): Promise<number | string | undefined> {
  return new Promise((resolve, reject) => {
    const request = get({ host: address, port, path: '/inbox', agent: false, headers: { Host: host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    request.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNREFUSED' ? resolve('refused') : reject(error),
    );
  });
}

describe('reachable on purpose', () => {
  const allowedHosts = ['host.docker.internal', '10.0.2.2'];

  test.each<[string, string, Partial<LocalPoolOptions>, number | string]>([
    ['loopback by its own name', '127.0.0.1', {}, 200],
    ['loopback by a name that a container has for it', 'host.docker.internal', { allowedHosts }, 200],
    ['loopback by the address that the Android emulator has for it', '10.0.2.2', { allowedHosts }, 200],
    ['loopback by the same name, which nobody allowed', 'host.docker.internal', {}, 403],
    ['loopback by another name', 'attacker.example', { allowedHosts }, 403],
    ['loopback beside another address', 'localhost', { allowedHosts, listenAt: '127.0.0.2' }, 200],
  ])('%s', async (_what, host, options, status) => {
    const local = await start(options);
    expect(await statusAt('127.0.0.1', new URL(local.origin).port, host)).toBe(status);
    await local.close();
  });

  // Each machine has the whole of 127.0.0.0/8, where nobody listens by himself but at 127.0.0.1.
  test.each<[string, string, Partial<LocalPoolOptions>, number | string]>([
    ['is closed although hosts are allowed', 'host.docker.internal', { allowedHosts }, 'refused'],
    ['is open when it is asked for', 'host.docker.internal', { allowedHosts, listenAt: '127.0.0.2' }, 200],
    ['is open when all addresses are asked for', 'host.docker.internal', { allowedHosts, listenAt: '0.0.0.0' }, 200],
    ['answers no name that nobody allowed', '127.0.0.2', { allowedHosts, listenAt: '0.0.0.0' }, 403],
  ])('another address %s', async (_what, host, options, status) => {
    const local = await start(options);
    expect(await statusAt('127.0.0.2', new URL(local.origin).port, host)).toBe(status);
    await local.close();
    expect(await statusAt('127.0.0.2', new URL(local.origin).port, host)).toBe('refused');
  });

  test("an address that is not this machine's is named, with what to do", async () => {
    const port = await freePort();
    const failure: unknown = await start({ port, listenAt: '192.0.2.1' }).catch((error: unknown) => error);
    expect(String(failure)).toBe(
      `ListenError: Cannot listen on 192.0.2.1:${port}: this machine does not have the address. Expected one of its own, ` +
        '0.0.0.0 or :: for all of them. Change --listen.',
    );
    await close((await listen(port)).server);
  });
});

test('a port in use is named, with what to do', async () => {
  const { server, port } = await listen(0);
  const failure: unknown = await start({ port }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ListenError);
  expect(String(failure)).toBe(
    `ListenError: Cannot listen on 127.0.0.1:${port}: another program listens there. Expected a free port. ` +
      'Stop that program, or choose another port with --port (0 takes a free one).',
  );
  await close(server);
});

test('a template that cannot be run stops the start, and leaves the port to others', async () => {
  const port = await freePort();
  const stack = { ...fixtureStack('dev'), template: { Resources: {} } };
  await expect(start({ port, stack })).rejects.toBeInstanceOf(SettingsError);
  await close((await listen(port)).server);
});

test('after close nobody listens; a connection that was kept alive does not hold it up', async () => {
  const local = await start();
  const response = await fetch(`${local.origin}/inbox`, { headers: { Connection: 'keep-alive' } });
  expect(await response.json()).toEqual([]);
  await local.close();
  await expect(fetch(`${local.origin}/inbox`)).rejects.toThrow();
});

test('closing twice, at once or one after the other, is closing once', async () => {
  const local = await start();
  await Promise.all([local.close(), local.close()]);
  await local.close();
});

test('keys that cannot be made fail the requests that need them, and nothing else', async () => {
  const log: string[] = [];
  const noKeys = Promise.reject(new RangeError('no entropy'));
  const handlers = jest.spyOn(noKeys, 'then');
  const local = await start({ signingKeys: noKeys, log: (line) => log.push(line) });
  // A rejection that nobody handles ends the process, and the first request may come late.
  expect(handlers).toHaveBeenCalled();
  expect((await fetch(`${local.pool.issuer}/.well-known/jwks.json`)).status).toBe(500);
  expect((await fetch(`${local.origin}/inbox`)).status).toBe(200);
  expect(log).toEqual(['GET request 500 InternalErrorException', expect.stringContaining('RangeError: no entropy')]);
  await local.close();
});

/** A resource of the pool of its template. */
const part = (type: string, properties: RawObject): RawObject => ({
  Type: `AWS::Cognito::${type}`,
  Properties: { UserPoolId: { Ref: 'Pool' }, ...properties },
});
const people = (name: string, facts: Partial<StackArtifact> = {}) =>
  stackOf(
    { Pool: pool({ UserPoolName: name }), Domain: part('UserPoolDomain', { Domain: 'people' }) },
    {},
    { path: `${name}/auth`, stage: name, ...facts },
  );
const startAll = (...stacks: readonly StackArtifact[]) =>
  startLocalPools({ stacks, port: 0, signingKeys, log: () => undefined });

describe('several stacks', () => {
  test('come up in their order, each stage for itself', async () => {
    const [dev, prod] = [people('dev'), people('prod', { region: 'us-east-1' })];
    const app = stackOf({ Pool: pool() }, {}, { path: 'dev/app', stage: 'dev' });
    const local = await startAll(dev, prod, app);
    expect(local.pools.map(({ path }) => path)).toEqual(['dev/auth/Pool', 'prod/auth/Pool', 'dev/app/Pool']);
    await local.close();
  });

  test('cannot have one domain in one Region', async () => {
    const failure: unknown = await startAll(people('dev'), people('prod')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SettingsError);
    expect((failure as SettingsError).problems).toEqual([
      expect.objectContaining({ stack: 'prod/auth', got: 'the domain people, which dev/auth/Pool has' }),
    ]);
  });

  test('tell the problems of all of them at once', async () => {
    const wrong = (name: string) => stackOf({ Pool: pool({ Unheard: 1 }) }, {}, { path: `${name}/auth`, stage: name });
    const failure: unknown = await startAll(wrong('dev'), wrong('prod')).catch((error: unknown) => error);
    expect((failure as SettingsError).problems.map(({ stack }) => stack)).toEqual(['dev/auth', 'prod/auth']);
  });
});

describe('users of a template', () => {
  const anna = part('UserPoolUser', { Username: 'anna', MessageAction: 'SUPPRESS' });
  const members = part('UserPoolGroup', { GroupName: 'members' });
  const membership = part('UserPoolUserToGroupAttachment', { Username: 'anna', GroupName: 'members' });

  test('are there from the start, in their groups', async () => {
    const local = await start({ stack: stackOf({ Pool: pool(), membership, anna, members }) });
    expect(local.pool.requireUser('anna')).toMatchObject({ status: 'FORCE_CHANGE_PASSWORD', groups: ['members'] });
    await local.close();
  });

  test.each<[string, RawObject, string, RegExp]>([
    ['a user twice', { anna, again: anna }, 'again', /^UsernameExistsException: /],
    ['a group that is not there', { anna, membership }, 'membership', /^ResourceNotFoundException: Group not found\.$/],
    ['a user that is not there', { membership, members }, 'membership', /^UserNotFoundException: /],
  ])('%s stops the start, as it would stop the deployment', async (_, resources, logicalId, got) => {
    const port = await freePort();
    const stack = stackOf({ Pool: pool(), ...resources });
    const failure: unknown = await start({ port, stack }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SettingsError);
    expect((failure as SettingsError).problems).toEqual([
      expect.objectContaining({ stack: 'dev/auth', logicalId, got: expect.stringMatching(got) as string }),
    ]);
    await close((await listen(port)).server);
  });
});

test('one of several pools of a stack is asked for by its path', async () => {
  const stack = stackOf({ One: pool(), Two: pool() });
  const local = await start({ stack, path: 'dev/auth/Two' });
  expect(local.pool.settings.logicalId).toBe('Two');
  await local.close();
  await expect(start({ stack })).rejects.toThrow('expected one of dev/auth/One, dev/auth/Two');
});
