import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { startLocalPool, type LocalPoolOptions } from '../../lib/local-pool/local-pool';
import { ListenError } from '../../lib/local-pool/server/listen-error';
import { SettingsError } from '../../lib/local-pool/settings/settings-error';
import { fixtureStack } from '../synthesis/assembly';
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
