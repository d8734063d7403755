import fc from 'fast-check';
import { readReply } from '../../../lambda/user-migration/legacy-answer';

const username = 'anna@example.com';
const bytes = (text: string) => new TextEncoder().encode(text);
const account = (value: unknown) =>
  readReply({ status: 200, challenge: null, body: bytes(JSON.stringify(value)) }, username);

describe('the status of a reply', () => {
  it.each([
    [401, null, { kind: 'nobody' }],
    [401, 'Basic realm="users"', { kind: 'nobody' }],
    [404, null, { kind: 'nobody' }],
    [401, 'Bearer error="invalid_token"', { kind: 'failure', reason: 'token-refused', status: 401 }],
    [401, 'bearer', { kind: 'failure', reason: 'token-refused', status: 401 }],
    [403, null, { kind: 'failure', reason: 'token-refused', status: 403 }],
    [301, null, { kind: 'failure', reason: 'redirect', status: 301 }],
    [307, null, { kind: 'failure', reason: 'redirect', status: 307 }],
    [201, null, { kind: 'failure', reason: 'unexpected-status', status: 201 }],
    [204, null, { kind: 'failure', reason: 'unexpected-status', status: 204 }],
    [400, null, { kind: 'failure', reason: 'unexpected-status', status: 400 }],
    [429, null, { kind: 'failure', reason: 'unexpected-status', status: 429 }],
    [500, null, { kind: 'failure', reason: 'unexpected-status', status: 500 }],
    [503, null, { kind: 'failure', reason: 'unexpected-status', status: 503 }],
  ])('%i with WWW-Authenticate %j means %j, whatever the body says', (status, challenge, meaning) => {
    expect(readReply({ status, challenge, body: bytes('{"email":"anna@example.com"}') }, username)).toEqual(meaning);
  });
});

describe('an account', () => {
  it.each([
    [{ email: 'anna@example.com' }],
    [{ email: 'Anna@Example.com', name: 'Anna' }],
    [{ email: 'anna@example.com', name: '安奈', locale: 'ja', legacyId: '4711' }],
  ])('%j is read as it is', (value) => {
    expect(account(value)).toEqual({ kind: 'account', account: value });
  });

  it.each([
    ['without an address', {}],
    ['with an empty address', { email: '' }],
    ['with a number for a text', { email: username, legacyId: 4711 }],
    ['with null for a text', { email: username, name: null }],
    ['with an empty text', { email: username, name: '' }],
    ['with a text longer than an attribute can be', { email: username, name: 'a'.repeat(2049) }],
    ['with a field that is not agreed on', { email: username, 'cognito:groups': 'admins' }],
    ['with a field that is not agreed on', { email: username, email_verified: 'false' }],
    ['with a field that every object has', JSON.parse('{"email":"anna@example.com","__proto__":"x"}')],
    ['in a list', [{ email: username }]],
    ['that is null', null],
    ['that is a text', username],
  ])('%s is not read: %j', (_, value) => {
    expect(account(value)).toEqual({ kind: 'failure', reason: 'unreadable' });
  });

  it.each([['<html>'], [''], ['{"email":"anna@example.com"'], ['{"email":"anna@example.com"} x']])(
    'is not read from a body that is no JSON: %j',
    (body) => {
      expect(readReply({ status: 200, challenge: null, body: bytes(body) }, username)).toEqual({
        kind: 'failure',
        reason: 'unreadable',
      });
    },
  );

  it('is not read from a body that is not UTF-8', () => {
    const body = Buffer.from('{"email":"anna@example.com","name":"Zo\xeb"}', 'latin1');
    expect(readReply({ status: 200, challenge: null, body }, username)).toEqual({
      kind: 'failure',
      reason: 'unreadable',
    });
  });

  it.each(['ben@example.com', 'anna@example.com.evil.test', 'anna@example.com ', '\u212Anna@example.com'])(
    'of another person (%j) is refused, as one could become the other',
    (email) => {
      expect(account({ email })).toEqual({ kind: 'failure', reason: 'other-person' });
    },
  );
});

it('whatever comes back, nobody gets an account under another address', () => {
  const reply = fc.oneof(
    fc.record({ status: fc.integer({ min: 200, max: 599 }), challenge: fc.constant(null), body: fc.uint8Array() }),
    fc
      .dictionary(
        fc.constantFrom('email', 'name', 'legacyId', 'other'),
        fc.oneof(fc.string(), fc.constant(username), fc.jsonValue()),
      )
      .map((value) => ({ status: 200, challenge: null, body: bytes(JSON.stringify(value)) })),
  );
  fc.assert(
    fc.property(reply, (value) => {
      const answer = readReply(value, username);
      if (answer.kind === 'account') expect(answer.account.email.toLowerCase()).toBe(username);
    }),
    { numRuns: 1000 },
  );
});
