import fc from 'fast-check';
import { Sessions } from '../../../lib/local-pool/state/sessions';
import { countedRandomness } from '../counted-randomness';
import { refusal, refusalOf } from '../refusal';
import { SetClock } from '../set-clock';

const invalid = refusal('NotAuthorizedException', 'Invalid session for the user.');
const spent = refusal('NotAuthorizedException', 'Invalid session for the user, session can only be used once.');
const expired = refusal('NotAuthorizedException', 'Invalid session for the user, session is expired.');
const anna = { clientId: 'app', username: 'anna' };

function newSessions() {
  const clock = new SetClock();
  return { clock, sessions: new Sessions<typeof anna>(clock, countedRandomness()) };
}

test('no session is accepted twice, in whatever order they are used', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .integer({ min: 1, max: 8 })
        .chain((count) => fc.tuple(fc.constant(count), fc.array(fc.nat({ max: count - 1 }), { maxLength: 20 }))),
      async ([count, uses]) => {
        const { sessions } = newSessions();
        const issued = Array.from({ length: count }, () => sessions.issue(anna, 180));
        const used = new Set<number>();
        for (const index of uses) {
          const session = issued[index] ?? '';
          const use = (): void => {
            sessions.open(session, 'app');
            sessions.spend(session, 'app');
          };
          if (used.has(index)) expect(await refusalOf(use)).toEqual(spent);
          else expect(use).not.toThrow();
          used.add(index);
        }
      },
    ),
  );
});

test('opening a session does not spend it: a wrong answer may be followed by a right one', () => {
  const { sessions } = newSessions();
  const session = sessions.issue(anna, 180);
  expect(sessions.open(session, 'app')).toEqual(anna);
  expect(sessions.open(session, 'app')).toEqual(anna);
});

test('a session ends with its lifetime, and its reuse is still named', async () => {
  const { clock, sessions } = newSessions();
  const session = sessions.issue(anna, 180);
  clock.advance({ seconds: 179 });
  expect(sessions.open(session, 'app')).toEqual(anna);
  clock.advance({ seconds: 1 });
  expect(await refusalOf(() => sessions.open(session, 'app'))).toEqual(expired);
  expect(await refusalOf(() => sessions.spend(session, 'app'))).toEqual(expired);
});

test('an expired session is forgotten after an hour', async () => {
  const { clock, sessions } = newSessions();
  const session = sessions.issue(anna, 180);
  clock.advance({ hours: 1, seconds: 180 });
  sessions.issue(anna, 180);
  expect(await refusalOf(() => sessions.open(session, 'app'))).toEqual(invalid);
});

test.each([
  ['made up', 'AYABe-made-up-by-somebody', 'app'],
  ['of another client', undefined, 'other'],
])('a session that is %s is refused', async (_which, session, clientId) => {
  const { sessions } = newSessions();
  const issued = sessions.issue(anna, 180);
  expect(await refusalOf(() => sessions.open(session ?? issued, clientId))).toEqual(invalid);
  expect(await refusalOf(() => sessions.spend(session ?? issued, clientId))).toEqual(invalid);
});

test('the sessions of one user can be ended without those of others', async () => {
  const { sessions } = newSessions();
  const ofAnna = sessions.issue(anna, 180);
  const ofBob = sessions.issue({ ...anna, username: 'bob' }, 180);
  sessions.spendAllOf('anna');
  expect(await refusalOf(() => sessions.open(ofAnna, 'app'))).toEqual(spent);
  expect(sessions.open(ofBob, 'app').username).toBe('bob');
});

test('a session belongs to its client, spent or not', () => {
  const { sessions } = newSessions();
  const session = sessions.issue(anna, 180);
  sessions.spend(session, 'app');
  expect(sessions.belongsTo(session, 'app')).toBe(true);
  expect(sessions.belongsTo(session, 'other')).toBe(false);
  expect(sessions.belongsTo('AYABe-made-up', 'app')).toBe(false);
});

test('a session looks like one of the service and fits its constraints', () => {
  const { sessions } = newSessions();
  const session = sessions.issue(anna, 180);
  expect(session).toMatch(/^AYABe[A-Za-z0-9_-]{1000,1600}$/);
});

describe('a handle', () => {
  test('names the newest session that was issued with it, at its client', () => {
    const { sessions } = newSessions();
    sessions.issue(anna, 180, 'block');
    const newest = sessions.issue(anna, 180, 'block');
    sessions.issue(anna, 180);
    expect(sessions.byHandle('block', anna.clientId)).toBe(newest);
    expect(sessions.byHandle('block', 'another')).toBeUndefined();
    expect(sessions.byHandle('other block', anna.clientId)).toBeUndefined();
  });

  test('names none that is spent or expired', () => {
    const { sessions, clock } = newSessions();
    sessions.spend(sessions.issue(anna, 180, 'spent'), anna.clientId);
    expect(sessions.byHandle('spent', anna.clientId)).toBeUndefined();
    sessions.issue(anna, 180, 'expired');
    clock.advance({ seconds: 180 });
    expect(sessions.byHandle('expired', anna.clientId)).toBeUndefined();
  });

  test('is forgotten with its session, unless a newer one has it', () => {
    const { sessions, clock } = newSessions();
    sessions.issue(anna, 180, 'block');
    clock.advance({ hours: 2 });
    const newer = sessions.issue(anna, 180, 'block');
    expect(sessions.byHandle('block', anna.clientId)).toBe(newer);
  });
});
