import { once } from 'node:events';
import { request, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createHttpServer } from '../../../lib/local-pool/server/http-server';
import { buildPool, type BuiltPool } from '../pool-builder';

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

describe('the HTTP server of the local user pool', () => {
  let built: BuiltPool;
  let server: Server;
  const logged: string[] = [];

  beforeEach(async () => {
    logged.length = 0;
    built = buildPool();
    server = createHttpServer({
      allowedHosts: [],
      randomness: built.pool.randomness,
      inbox: built.inbox,
      secrets: new Map([['name', 'value']]),
      service: () => built.service,
      log: ({ operation, error }, status) => logged.push(`${operation} ${status} ${error?.type ?? 'ok'}`),
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });

  async function send(
    method: string,
    path: string,
    { headers = {}, body = '' }: { readonly headers?: Record<string, string>; readonly body?: string } = {},
  ): Promise<Answer> {
    const { port } = server.address() as AddressInfo;
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers });
    outgoing.end(body);
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
    return { status: incoming.statusCode, headers: incoming.headers, body: await text(incoming) };
  }

  const api = (operation: string, body: object): Promise<Answer> =>
    send('POST', '/', {
      headers: {
        'Content-Type': 'application/x-amz-json-1.1',
        'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
        Origin: 'http://localhost:5173',
      },
      body: JSON.stringify(body),
    });

  test('an error has its type and message in the body and in the headers that browsers may read', async () => {
    const { status, headers, body } = await api('GetUser', { AccessToken: 'abc' });
    expect(status).toBe(400);
    expect(headers).toMatchObject({
      'content-type': 'application/x-amz-json-1.1',
      'x-amzn-errortype': 'NotAuthorizedException:',
      'x-amzn-errormessage': 'Invalid Access Token',
      'access-control-allow-origin': '*',
    });
    expect(headers['access-control-expose-headers']).toContain('x-amzn-ErrorType');
    expect(headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.parse(body)).toEqual({ __type: 'NotAuthorizedException', message: 'Invalid Access Token' });
  });

  test('the log has the operation and its end, and nothing of the request', async () => {
    await api('SignUp', { ClientId: built.client('app').id, Username: 'secret@example.com', Password: 'short' });
    expect(logged).toEqual(['SignUp 400 InvalidPasswordException']);
  });

  test('a browser’s preflight is answered', async () => {
    const { status, headers } = await send('OPTIONS', '/');
    expect(status).toBe(204);
    expect(headers['access-control-allow-headers']).toContain('x-amz-target');
  });

  test('a foreign Host is refused, with the option that would let it in', async () => {
    const { status, body } = await send('GET', '/inbox', { headers: { Host: 'attacker.test' } });
    expect(status).toBe(403);
    expect(body).toContain('attacker.test is not loopback. Start with --allow-host');
  });

  test('the inbox is no cross-origin resource', async () => {
    await built.callAs('app', 'SignUp', { Username: 'a@example.com', Password: 'Correct-Horse-9' });
    const { headers, body } = await send('GET', '/inbox');
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(JSON.parse(body)).toEqual([
      expect.objectContaining({
        kind: 'SignUp',
        to: 'a@example.com',
        code: expect.stringMatching(/^\d{6}$/) as unknown,
      }),
    ]);
  });

  test('the keys of both tokens are published, without their private halves', async () => {
    const { body } = await send('GET', `/${built.pool.id}/.well-known/jwks.json`);
    const { keys } = JSON.parse(body) as { readonly keys: readonly Record<string, string>[] };
    expect(keys).toHaveLength(2);
    for (const key of keys) expect(Object.keys(key).toSorted()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(2);
  });

  test('discovery names the issuer of the tokens', async () => {
    const { body } = await send('GET', `/${built.pool.id}/.well-known/openid-configuration`);
    expect(JSON.parse(body)).toMatchObject({
      issuer: built.pool.issuer,
      jwks_uri: `${built.pool.issuer}/.well-known/jwks.json`,
    });
  });

  test.each(['/eu-west-1_nobody/.well-known/jwks.json', '/favicon.ico', '/..%2f..%2fetc'])(
    'nothing answers GET %s',
    async (path) => expect((await send('GET', path)).status).toBe(404),
  );

  test('a body of more than a mebibyte is refused', async () => {
    const { status, body } = await send('POST', '/', { body: 'x'.repeat(1024 * 1024 + 1) });
    expect(status).toBe(413);
    expect(body).toContain('1048576 bytes');
  });

  test('the Secrets Manager stand-in answers under its own path, with and without a final slash', async () => {
    for (const path of ['/stand-ins/secrets-manager', '/stand-ins/secrets-manager/']) {
      const { status, body } = await send('POST', path, {
        headers: { 'X-Amz-Target': 'secretsmanager.GetSecretValue' },
        body: '{"SecretId": "name"}',
      });
      expect([status, JSON.parse(body)]).toEqual([200, expect.objectContaining({ SecretString: 'value' })]);
    }
  });
});
