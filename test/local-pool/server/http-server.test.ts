import { once } from 'node:events';
import { request, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Client } from '../../../lib/local-pool/pool';
import { createHttpServer } from '../../../lib/local-pool/server/http-server';
import { buildPool, type BuiltPool } from '../pool-builder';
import { serverOptions } from '../server-options';

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
      ...serverOptions(built),
      allowedHosts: ['app.test'],
      secrets: new Map([['name', 'value']]),
      log: ({ operation, error }, status) =>
        logged.push(`${operation} ${status} ${error?.type ?? 'ok'} ${error?.detail ?? ''}`.trim()),
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

  /** A request as it stands, also one that no client would write. */
  async function sendRaw(head: string): Promise<{ readonly status: number }> {
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write(head);
    const answer = await text(socket);
    return { status: Number(answer.split(' ')[1]) };
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

  test('a browser’s preflight is answered, for every header that the SDKs send', async () => {
    const { status, headers } = await send('OPTIONS', '/', { headers: { Origin: 'http://localhost:5173' } });
    expect(status).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': expect.stringContaining('POST') as unknown,
    });
    expect(headers['access-control-allow-headers']?.split(', ')).toEqual(
      expect.arrayContaining([
        'content-type',
        'x-amz-target',
        'x-amz-user-agent',
        'cache-control',
        'authorization',
        'x-amz-date',
        'x-amz-security-token',
        'amz-sdk-invocation-id',
        'amz-sdk-request',
      ]),
    );
  });

  test.each([
    ['http://localhost:5173', true],
    ['http://127.0.0.1:5173', true],
    ['http://[::1]:5173', true],
    ['https://app.test', true],
    ['https://attacker.test', false],
    ['http://localhost.attacker.test', false],
    ['null', false],
    [undefined, false],
  ])('a page of %s may call the API; that it may sign is %s', async (origin, maySign) => {
    const { headers } = await send('OPTIONS', '/', origin === undefined ? {} : { headers: { Origin: origin } });
    expect(headers['access-control-allow-origin']).toBe('*');
    const allowed = (headers['access-control-allow-headers'] ?? '').split(', ');
    expect(allowed).toContain('x-amz-target');
    expect(allowed.includes('authorization')).toBe(maySign);
  });

  test('a success has the type of the protocol and what a browser may read of it', async () => {
    const { id } = built.client('app');
    const { status, headers, body } = await api('RevokeToken', { ClientId: id, Token: 'a.b.c.d.e' });
    expect([status, JSON.parse(body)]).toEqual([200, {}]);
    expect(headers).toMatchObject({
      'content-type': 'application/x-amz-json-1.1',
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
      'x-amzn-requestid': expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
    });
    expect(headers).not.toHaveProperty('x-amzn-errortype');
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

  test.each<[string, Record<string, string>, number]>([
    ['a program', {}, 200],
    ['the desk itself', { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'cors' }, 200],
    ['the address bar', { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' }, 200],
    [
      'a link elsewhere',
      { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' },
      200,
    ],
    ['a script elsewhere', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'cors' }, 403],
    ['an image elsewhere', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }, 403],
    [
      'a frame elsewhere',
      { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'iframe' },
      403,
    ],
    ['another port of this machine', { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'cors' }, 403],
  ])('the inbox and the desk are no part of another page: %s, with %j, gets %d', async (_who, headers, expected) => {
    const [{ id }] = [...built.pool.clients.values()] as [Client];
    for (const path of ['/inbox', '/', `/desk/pools/${built.pool.id}?secret=${id}`]) {
      const { status, headers: answered } = await send('GET', path, { headers });
      expect({ path, status }).toEqual({ path, status: expected });
      if (status === 200)
        expect(answered).toMatchObject({
          'cache-control': 'no-store',
          'cross-origin-resource-policy': 'same-origin',
          'x-content-type-options': 'nosniff',
        });
    }
  });

  test('the stand-ins are no cross-origin resources', async () => {
    const { status, headers } = await send('POST', '/stand-ins/secrets-manager', {
      headers: { 'X-Amz-Target': 'secretsmanager.GetSecretValue', Origin: 'http://localhost:5173' },
      body: '{"SecretId": "name"}',
    });
    expect(status).toBe(200);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  test('the keys of both tokens are published, without their private halves', async () => {
    const { body } = await send('GET', `/${built.pool.id}/.well-known/jwks.json`);
    const { keys } = JSON.parse(body) as { readonly keys: readonly Record<string, string>[] };
    expect(keys).toHaveLength(2);
    for (const key of keys) expect(Object.keys(key).toSorted()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(2);
  });

  test('discovery says what the service does, in its order', async () => {
    const { body } = await send('GET', `/${built.pool.id}/.well-known/openid-configuration`);
    const { issuer, origin } = built.pool;
    expect(JSON.stringify(JSON.parse(body))).toBe(
      JSON.stringify({
        authorization_endpoint: `${origin}/oauth2/authorize`,
        end_session_endpoint: `${origin}/logout`,
        id_token_signing_alg_values_supported: ['RS256'],
        issuer,
        jwks_uri: `${issuer}/.well-known/jwks.json`,
        response_types_supported: ['code', 'token'],
        revocation_endpoint: `${origin}/oauth2/revoke`,
        scopes_supported: ['openid', 'email', 'phone', 'profile'],
        subject_types_supported: ['public'],
        token_endpoint: `${origin}/oauth2/token`,
        token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
        userinfo_endpoint: `${origin}/oauth2/userInfo`,
      }),
    );
  });

  test.each(['/eu-west-1_nobody/.well-known/jwks.json', '/favicon.ico', '/..%2f..%2fetc'])(
    'nothing answers GET %s',
    async (path) => expect((await send('GET', path)).status).toBe(404),
  );

  test.each([1024 * 1024 + 1, 20 * 1024 * 1024])(
    'a body of %d bytes is refused, and the answer arrives',
    async (size) => {
      const { status, body } = await send('POST', '/', { body: 'x'.repeat(size) });
      expect(status).toBe(413);
      expect(body).toContain('1048576 bytes');
    },
  );

  test.each([
    ['//', 404],
    ['///inbox', 404],
    ['//localhost/inbox', 404],
    ['/inbox?since=1', 200],
    ['http://localhost/inbox', 200],
    ['inbox', 400],
    ['http://', 400],
  ])('GET %s is answered with %d', async (path, status) => {
    expect((await sendRaw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)).status).toBe(status);
  });

  test('a request without a Host, or with a header of 100 kB, is refused', async () => {
    expect((await sendRaw('GET /inbox HTTP/1.1\r\nConnection: close\r\n\r\n')).status).toBe(400);
    const long = `GET /inbox HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`;
    expect((await sendRaw(long)).status).toBe(431);
    expect((await send('GET', '/inbox')).status).toBe(200);
  });

  test('HEAD is answered as GET is, without a body', async () => {
    const { status, headers, body } = await send('HEAD', '/inbox');
    expect([status, headers['content-type'], body]).toEqual([200, 'application/json', '']);
  });

  test('a client that goes away in the middle of a request leaves nothing in the log', async () => {
    const { port } = server.address() as AddressInfo;
    const outgoing = request({ host: '127.0.0.1', port, method: 'POST', headers: { 'Content-Length': '100' } });
    outgoing.on('error', () => undefined);
    outgoing.write('{');
    const [incoming] = (await once(server, 'request')) as [IncomingMessage];
    const gone = new Promise((resolve) => incoming.once('close', resolve));
    outgoing.destroy();
    await gone;
    expect((await send('GET', '/inbox')).status).toBe(200);
    expect(logged).toEqual([]);
  });

  test('what breaks inside says nothing to the caller, and all to the log', async () => {
    Object.defineProperty(built.pool, 'keys', { get: () => Promise.reject(new RangeError('no entropy')) });
    const { status, body } = await send('GET', `/${built.pool.id}/.well-known/jwks.json`);
    expect([status, JSON.parse(body)]).toEqual([500, { message: 'The local user pool failed; its log says how.' }]);
    expect(logged).toEqual([expect.stringMatching(/^GET request 500 InternalErrorException RangeError: no entropy/)]);
  });

  test('an answer that cannot be sent is a fault that is logged, and not a broken connection', async () => {
    jest.spyOn(built.pool.randomness, 'uuid').mockReturnValue('line\nbreak');
    expect((await api('NoSuchOperation', {})).status).toBe(500);
    expect(logged.at(-1)).toMatch(/^POST request 500 InternalErrorException .*header/);
  });

  test('a long message is cut in the header, which clients read 16 kB of, and whole in the body', async () => {
    const { headers, body } = await send('POST', '/', {
      headers: {
        'X-Amz-Target': 'AWSCognitoIdentityProviderService.AdminGetUser',
        Authorization: 'AWS4-HMAC-SHA256 any',
      },
      body: JSON.stringify({ UserPoolId: 'x'.repeat(100_000), Username: 'anna' }),
    });
    const { message } = JSON.parse(body) as { readonly message: string };
    expect(message.length).toBeGreaterThan(100_000);
    expect(headers['x-amzn-errormessage']).toBe(message.slice(0, 1024));
  });

  test('the log names no operation that the service does not have', async () => {
    await api('anna@example.com', {});
    expect(logged).toEqual(['unknown operation 400 UnknownOperationException']);
  });

  test.each([
    ['/stand-ins/kms', 501, 'application/x-amz-json-1.1', 'A KMS request without X-Amz-Target'],
    ['/stand-ins/ses', 501, 'text/xml', 'An SES request without Action'],
    ['/stand-ins/ses/', 501, 'text/xml', 'An SES request without Action'],
    ['/stand-ins/ses/v2/email/account', 501, 'application/json', 'SES POST /v2/email/account'],
    ['/stand-ins/sns/', 501, 'text/xml', 'An SNS request without Action'],
    ['/stand-ins/snsx', 404, 'application/json', 'Nothing answers POST /stand-ins/snsx here'],
  ])('%s has a stand-in of its own, or none', async (path, status, contentType, text) => {
    const answered = await send('POST', path);
    expect(answered).toMatchObject({ status, headers: { 'content-type': contentType } });
    expect(answered.body).toContain(text);
  });

  test('the inbox is shown when what a function is sending has arrived', async () => {
    const sending = new Promise<void>((resolve) => setImmediate(resolve)).then(() =>
      built.inbox.deliver({ kind: 'Sent', medium: 'SMS', from: '', to: '+491', subject: '', body: 'late' }),
    );
    built.inbox.expect(sending);
    expect(JSON.parse((await send('GET', '/inbox')).body)).toMatchObject([{ body: 'late' }]);
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
