import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { decodeJwt } from 'jose';
import { buildPool, password, type BuiltPool } from '../pool-builder';
import { listen, type Listening } from './listening';

const anna = 'anna@example.com';

describe('the server goes on answering', () => {
  let built: BuiltPool;
  let listening: Listening;

  beforeEach(async () => {
    built = buildPool();
    await built.addConfirmedUser(anna);
    listening = await listen(built);
  });
  afterEach(() => listening.close());

  const signIn = async (secret = password): Promise<{ readonly status: number; readonly body: string }> => {
    const AuthParameters = { USERNAME: anna, PASSWORD: secret };
    const body = { AuthFlow: 'USER_PASSWORD_AUTH', ClientId: built.client('app').id, AuthParameters };
    return listening.post('InitiateAuth', JSON.stringify(body));
  };

  /** A connection that has sent `head` and nothing more. */
  async function send(head: string): Promise<ReturnType<typeof connect>> {
    const socket = connect(listening.port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(head);
    return socket;
  }

  const request =
    'POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: AWSCognitoIdentityProviderService.InitiateAuth\r\n';

  test('while 200 clients are slow to send theirs, and after they went away', async () => {
    const heads = [`${request}Content-Length: 1000\r\n\r\n{"AuthFlow":`, `${request}Content-Le`, 'POST'];
    const slow = await Promise.all(Array.from({ length: 200 }, (_, index) => send(heads[index % heads.length] ?? '')));
    expect((await signIn()).status).toBe(200);

    const closed = slow.map((socket) => once(socket, 'close'));
    for (const socket of slow) socket.destroy();
    await Promise.all(closed);
    expect((await signIn()).status).toBe(200);
    expect(listening.logged.filter((line) => / 500 /.test(line))).toEqual([]);
  });

  test('and does not wait for a slow client for ever', () => {
    expect(listening.server.requestTimeout).toBeGreaterThan(0);
    expect(listening.server.requestTimeout).toBeLessThanOrEqual(60_000);
    expect(listening.server.headersTimeout).toBeLessThanOrEqual(listening.server.requestTimeout);
  });

  test('after a client that goes away before its answer', async () => {
    const arrived = once(listening.server, 'request') as Promise<[IncomingMessage]>;
    const socket = await send(`${request}Content-Length: 2\r\n\r\n{}`);
    const [incoming] = await arrived;
    const gone = once(incoming.socket, 'close');
    socket.destroy();
    await gone;
    expect((await signIn()).status).toBe(200);
  });

  test('to 200 sign-ins of one user at once, each with tokens of its own', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => signIn()));
    const tokens = answers.map(({ status, body }) => {
      expect(status).toBe(200);
      const { AuthenticationResult } = JSON.parse(body) as { readonly AuthenticationResult: Record<string, string> };
      return { ...AuthenticationResult, ...decodeJwt(AuthenticationResult['AccessToken'] ?? '') };
    });
    for (const claim of ['RefreshToken', 'jti', 'origin_jti', 'event_id'] as const)
      expect(new Set(tokens.map((each) => (each as Record<string, unknown>)[claim])).size).toBe(200);
    expect(new Set(tokens.map(({ sub }) => sub)).size).toBe(1);
  });

  test('to 200 wrong passwords at once, of which no more than five are looked at', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => signIn('Wrong-Horse-99')));
    expect(answers.every(({ status }) => status === 400)).toBe(true);
    expect(answers.filter(({ body }) => body.includes('Incorrect username or password.'))).toHaveLength(5);
    expect(answers.filter(({ body }) => body.includes('Password attempts exceeded'))).toHaveLength(195);
  });

  test('after 50 bodies that are too large, at once', async () => {
    const large = 'x'.repeat(2 * 1024 * 1024);
    const answers = await Promise.all(Array.from({ length: 50 }, () => listening.post('InitiateAuth', large)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([413]));
    expect((await signIn()).status).toBe(200);
  });
});
