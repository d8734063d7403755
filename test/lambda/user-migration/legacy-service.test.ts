import { bearerToken, type BearerToken } from '../../../lambda/user-migration/bearer-token';
import type { Question } from '../../../lambda/user-migration/legacy-answer';
import { replyLimit } from '../../../lambda/user-migration/legacy-endpoint';
import { askLegacyService } from '../../../lambda/user-migration/legacy-service';
import { json, loopbackServer, never, type LoopbackServer, type Respond } from '../loopback-server';

const signIn: Question = { kind: 'sign-in', username: 'anna@example.com', password: 'Correct-horse-7-battery' };
const lookup: Question = { kind: 'lookup', username: 'anna@example.com' };
const anna = { email: 'anna@example.com', name: 'Anna', legacyId: '4711' };

let legacy: LoopbackServer;
beforeAll(async () => {
  legacy = await loopbackServer(never);
});
afterAll(() => legacy.close());

/** A token that is read anew each time from this list. */
function tokens(...secrets: readonly string[]): BearerToken {
  const left = [...secrets];
  return bearerToken(async () => left.shift());
}

function askWith(respond: Respond, given: { token?: BearerToken; question?: Question; signal?: AbortSignal } = {}) {
  legacy.now(respond);
  const { token = tokens('t0ken'), question = signIn, signal = new AbortController().signal } = given;
  return askLegacyService({ url: legacy.url, fetch }, token, question, signal);
}

const bearers = () => legacy.received.map(({ headers }) => headers.authorization);

describe('what is sent', () => {
  it('at a sign-in is a POST of user name and password as JSON, with the bearer token', async () => {
    await expect(askWith(json(200, anna))).resolves.toEqual({ kind: 'account', account: anna });
    const [request, ...more] = legacy.received;
    expect(more).toEqual([]);
    expect(request).toMatchObject({
      method: 'POST',
      headers: { authorization: 'Bearer t0ken', 'content-type': 'application/json' },
    });
    expect(JSON.parse(request?.body ?? '')).toEqual({
      username: 'anna@example.com',
      password: 'Correct-horse-7-battery',
    });
  });

  it('at a lookup has no password and says that it is one', async () => {
    await expect(askWith(json(200, anna), { question: lookup })).resolves.toEqual({ kind: 'account', account: anna });
    expect(JSON.parse(legacy.received[0]?.body ?? '')).toEqual({ username: 'anna@example.com', lookup: true });
  });
});

describe('what comes back', () => {
  it.each([
    ['the wrong password', json(401, {}), { kind: 'nobody' }],
    ['an unknown user', json(404, {}), { kind: 'nobody' }],
    ['a failing service', json(500, anna), { kind: 'failure', reason: 'unexpected-status', status: 500 }],
    ['a page', ((response) => response.end('<html>')) satisfies Respond, { kind: 'failure', reason: 'unreadable' }],
    ['another person', json(200, { email: 'ben@example.com' }), { kind: 'failure', reason: 'other-person' }],
    [
      'a broken connection',
      ((response) => response.destroy()) satisfies Respond,
      { kind: 'failure', reason: 'unreachable' },
    ],
    [
      'half a reply',
      ((response) =>
        response.writeHead(200, { 'content-length': '99' }).write('{', () => response.destroy())) satisfies Respond,
      { kind: 'failure', reason: 'unreachable' },
    ],
  ])('from %s is told as such', async (_, respond, answer) => {
    await expect(askWith(respond)).resolves.toEqual(answer);
    expect(legacy.received).toHaveLength(1);
  });

  it('is not looked for where a redirect points: the password stays here', async () => {
    const redirect: Respond = (response) => response.writeHead(307, { location: `${legacy.url}/elsewhere` }).end();
    await expect(askWith(redirect)).resolves.toEqual({ kind: 'failure', reason: 'redirect', status: 307 });
    expect(legacy.received).toHaveLength(1);
  });

  it.each([replyLimit, replyLimit + 1])('may take the limit of bytes and not one more: %i', async (size) => {
    const body = JSON.stringify(anna).padEnd(size);
    await expect(askWith((response) => response.end(body))).resolves.toEqual(
      size > replyLimit ? { kind: 'failure', reason: 'oversize' } : { kind: 'account', account: anna },
    );
  });

  it('is not read to its end when it has none', async () => {
    const endless: Respond = (response) => {
      const more = () => {
        if (!response.destroyed) response.write(' '.repeat(1024), more);
      };
      more();
    };
    await expect(askWith(endless)).resolves.toEqual({ kind: 'failure', reason: 'oversize' });
  });
});

describe('the deadline', () => {
  it('ends the wait for a service that never answers', async () => {
    await expect(askWith(never, { signal: AbortSignal.timeout(5) })).resolves.toEqual({
      kind: 'failure',
      reason: 'deadline',
    });
  });

  it('ends the wait for a reply that begins and never ends', async () => {
    const deadline = new AbortController();
    const stalled: Respond = (response) => response.writeHead(200).write('{', () => deadline.abort());
    await expect(askWith(stalled, { signal: deadline.signal })).resolves.toEqual({
      kind: 'failure',
      reason: 'deadline',
    });
  });

  it('counts for reading the token, too, and then nothing is asked', async () => {
    const deadline = new AbortController();
    const token = bearerToken(async () => {
      deadline.abort();
      throw new Error('aborted');
    });
    await expect(askWith(json(200, anna), { token, signal: deadline.signal })).resolves.toEqual({
      kind: 'failure',
      reason: 'deadline',
    });
    expect(legacy.received).toEqual([]);
  });
});

describe('the token', () => {
  const onlyNew: Respond = (response, request) =>
    json(request.headers.authorization === 'Bearer new' ? 200 : 403, anna)(response, request);

  it('that was rotated is read once more and the question repeated', async () => {
    await expect(askWith(onlyNew, { token: tokens('old', 'new') })).resolves.toEqual({
      kind: 'account',
      account: anna,
    });
    expect(bearers()).toEqual(['Bearer old', 'Bearer new']);
  });

  it('that is refused a second time is not read a third time', async () => {
    await expect(askWith(onlyNew, { token: tokens('old', 'older', 'new') })).resolves.toEqual({
      kind: 'failure',
      reason: 'token-refused',
      status: 403,
    });
    expect(bearers()).toEqual(['Bearer old', 'Bearer older']);
  });

  it('that has not changed is not tried again, so the password is sent once', async () => {
    await expect(askWith(onlyNew, { token: tokens('old', 'old') })).resolves.toMatchObject({ reason: 'token-refused' });
    expect(bearers()).toEqual(['Bearer old']);
  });

  it('is not read again for a wrong password', async () => {
    const token = tokens('t0ken', 'other');
    await askWith(json(401, {}), { token });
    await expect(token.current(new AbortController().signal)).resolves.toBe('t0ken');
  });

  it.each([[[]], [['old']]])('that cannot be had (secrets: %j) is a failure of its own', async (secrets) => {
    await expect(askWith(onlyNew, { token: tokens(...secrets) })).resolves.toEqual({
      kind: 'failure',
      reason: 'token-unavailable',
    });
  });
});
