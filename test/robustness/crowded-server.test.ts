import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { decodeJwt } from 'jose';
import { buildPool, password, type BuiltPool } from '../local-pool/pool-builder';
import { enrolTotp } from '../local-pool/sign-in-steps';
import { totpCode } from '../local-pool/totp-code';
import { listen, type Answer, type Listening } from './listening';

const anna = 'anna@example.com';
const crowd = Array.from({ length: 200 }, (_, index) => index);
const apiRequest =
  'POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: AWSCognitoIdentityProviderService.InitiateAuth\r\n';

let built: BuiltPool;
let listening: Listening;

beforeEach(async () => {
  built = buildPool({
    settings: { mfa: { mode: 'OPTIONAL', factors: ['SOFTWARE_TOKEN_MFA'] } },
    clients: { app: { refreshTokenRotation: { retryGracePeriodSeconds: 0 } } },
  });
  await built.addConfirmedUser(anna);
  listening = await listen(built);
});
afterEach(() => listening.close());

const post = (operation: string, body: object): Promise<Answer> =>
  listening.post(operation, JSON.stringify({ ClientId: built.client('app').id, ...body }));

const signIn = (secret = password): Promise<Answer> =>
  post('InitiateAuth', { AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: anna, PASSWORD: secret } });

/** A connection that has sent `head` and nothing more. */
async function send(head: string): Promise<Socket> {
  const socket = connect(listening.port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(head);
  return socket;
}

describe('200 requests at once:', () => {
  /** How the answers ended: what went well by its status, what did not by type and message. */
  const outcomes = (answers: readonly Answer[]): Readonly<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const { status, body } of answers) {
      const { __type: type, message } = JSON.parse(body) as { readonly __type?: string; readonly message?: string };
      const outcome = type === undefined ? String(status) : `${type}: ${message ?? ''}`;
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    }
    return counts;
  };

  test('sign-ins of one user have tokens of their own each', async () => {
    const answers = await Promise.all(crowd.map(() => signIn()));
    expect(outcomes(answers)).toEqual({ 200: 200 });
    const tokens = answers.map(({ body }) => {
      const { AuthenticationResult } = JSON.parse(body) as { readonly AuthenticationResult: Record<string, string> };
      return { ...AuthenticationResult, ...decodeJwt(AuthenticationResult['AccessToken'] ?? '') };
    });
    for (const claim of ['RefreshToken', 'jti', 'origin_jti', 'event_id'] as const)
      expect(new Set(tokens.map((each) => (each as Record<string, unknown>)[claim])).size).toBe(200);
    expect(new Set(tokens.map(({ sub }) => sub)).size).toBe(1);
  });

  test('of as many wrong passwords no more than five are looked at', async () => {
    expect(outcomes(await Promise.all(crowd.map(() => signIn('Wrong-Horse-99'))))).toEqual({
      'NotAuthorizedException: Incorrect username or password.': 5,
      'NotAuthorizedException: Password attempts exceeded': 195,
    });
  });

  test('of as many answers with one TOTP code, each to a challenge of its own, one is accepted', async () => {
    const secret = await enrolTotp(built, anna);
    const challenges = await Promise.all(crowd.map(() => signIn()));
    const answers = challenges.map(({ body }) => {
      const { ChallengeName, Session } = JSON.parse(body) as {
        readonly ChallengeName: string;
        readonly Session: string;
      };
      const SOFTWARE_TOKEN_MFA_CODE = totpCode(secret, built.clock);
      const ChallengeResponses = { USERNAME: anna, SOFTWARE_TOKEN_MFA_CODE };
      return post('RespondToAuthChallenge', { ChallengeName, Session, ChallengeResponses });
    });
    expect(outcomes(await Promise.all(answers))).toEqual({
      200: 1,
      'ExpiredCodeException: Your software token has already been used once.': 199,
    });
  });

  test('of as many sign-ups with one name, one makes a user', async () => {
    const newcomer = { Username: 'new@example.com', Password: password };
    expect(outcomes(await Promise.all(crowd.map(() => post('SignUp', newcomer))))).toEqual({
      200: 1,
      'UsernameExistsException: An account with the given email already exists.': 199,
    });
  });

  test('of as many uses of a refresh token that is replaced at its first, one gets another', async () => {
    const { AuthenticationResult: tokens } = JSON.parse((await signIn()).body) as {
      readonly AuthenticationResult: { readonly RefreshToken: string };
    };
    const { RefreshToken } = tokens;
    const uses = await Promise.all(crowd.map(() => post('GetTokensFromRefreshToken', { RefreshToken })));
    expect(outcomes(uses)).toEqual({
      200: 1,
      'RefreshTokenReuseException: Refresh token has been used': 199,
    });
  });
});

describe('the server goes on answering', () => {
  test('while 200 clients are slow to send theirs, and after they went away', async () => {
    const heads = [`${apiRequest}Content-Length: 1000\r\n\r\n{"AuthFlow":`, `${apiRequest}Content-Le`, 'POST'];
    const slow = await Promise.all(crowd.map((index) => send(heads[index % heads.length] ?? '')));
    expect((await signIn()).status).toBe(200);

    const closed = slow.map((socket) => once(socket, 'close'));
    for (const socket of slow) socket.destroy();
    await Promise.all(closed);
    expect((await signIn()).status).toBe(200);
    expect(listening.logged.filter((line) => / 500 /.test(line))).toEqual([]);
  });

  test('after a client that goes away before its answer', async () => {
    const arrived = once(listening.server, 'request') as Promise<[IncomingMessage]>;
    const socket = await send(`${apiRequest}Content-Length: 2\r\n\r\n{}`);
    const [incoming] = await arrived;
    const gone = once(incoming.socket, 'close');
    socket.destroy();
    await gone;
    expect((await signIn()).status).toBe(200);
  });

  test('after 50 bodies that are too large, at once', async () => {
    const large = 'x'.repeat(2 * 1024 * 1024);
    const answers = await Promise.all(Array.from({ length: 50 }, () => listening.post('InitiateAuth', large)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([413]));
    expect((await signIn()).status).toBe(200);
  });

  test('after 1,000 requests of one connection that nobody reads the answers of', async () => {
    const socket = await send(`${apiRequest}Content-Length: 2\r\n\r\n{}`.repeat(1000));
    let requests = 0;
    await new Promise<void>((resolve) => {
      listening.server.on('request', () => {
        requests += 1;
        if (requests === 1000) resolve();
      });
    });
    expect((await signIn()).status).toBe(200);
    socket.destroy();
  });
});

test('a client that does not finish its request is told so, and its connection ends', async () => {
  expect(listening.server.requestTimeout).toBe(30_000);
  await listening.close();
  listening = await listen(built, { requestTimeoutMilliseconds: 10 });
  const slow = await Promise.all([
    send(`${apiRequest}Content-Length: 1000\r\n\r\n{"AuthFlow":`),
    send(`${apiRequest}Content-Le`),
  ]);
  for (const answered of await Promise.all(slow.map((socket) => text(socket))))
    expect(answered).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
  expect((await signIn()).status).toBe(200);
});

test('a body without end is not kept', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const used = (): number => {
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  await signIn();
  const before = used();

  const chunk = Buffer.alloc(1024 * 1024, 'x');
  const socket = await send(`${apiRequest}Content-Length: ${1000 * chunk.length}\r\n\r\n`);
  for (let sent = 0; sent < 300; sent += 1) {
    await new Promise((resolve) => socket.write(chunk, resolve));
  }
  // Some of what was dropped is still being freed.
  expect(used() - before).toBeLessThan(100 * chunk.length);
  expect((await signIn()).status).toBe(200);
  socket.destroy();
});
