import { TokenFamilies, type TokenFamily } from '../../../lib/local-pool/tokens/token-families';
import { SetClock } from '../set-clock';

const hour = 60 * 60 * 1000;

function newFamilies() {
  const clock = new SetClock();
  const families = new TokenFamilies(clock);
  const add = (name: string, lifetime: number, username = 'anna'): TokenFamily => {
    const family: TokenFamily = {
      originJti: `origin-${name}`,
      eventId: name,
      username,
      clientId: 'app',
      authenticated: clock.now(),
      grant: 'api',
      scope: 'aws.cognito.signin.user.admin',
      deviceKey: undefined,
      secondFactorShown: false,
      refreshToken: `refresh-${name}`,
      session: undefined,
      expires: clock.now() + lifetime,
      revoked: false,
    };
    families.add(family);
    return family;
  };
  return { add, clock, families };
}

test('a family is found by its refresh token and by its event', () => {
  const { add, families } = newFamilies();
  const family = add('one', hour);
  add('two', hour);
  expect(families.byRefreshToken('refresh-one')).toBe(family);
  expect(families.byEventId('one')).toBe(family);
  expect(families.byRefreshToken('one')).toBeUndefined();
  expect(families.byEventId('refresh-one')).toBeUndefined();
});

test('one family can be revoked, or all of a user', () => {
  const { add, families } = newFamilies();
  const first = add('first', hour);
  add('second', hour);
  add('third', hour, 'bob');
  families.revoke(first);
  expect(['first', 'second', 'third'].map((id) => families.byEventId(id)?.revoked)).toEqual([true, false, false]);
  families.revokeAllOf('anna');
  expect(['first', 'second', 'third'].map((id) => families.byEventId(id)?.revoked)).toEqual([true, true, false]);
  expect(families.byRefreshToken('refresh-second')?.revoked).toBe(true);
});

test('a family is kept for a day after its refresh token ended, as long as an access token of it can live', () => {
  const { add, clock, families } = newFamilies();
  add('ended', hour);
  clock.advance({ hours: 24, minutes: 59 });
  add('next', hour);
  expect(families.byEventId('ended')).toBeDefined();
  clock.advance({ minutes: 1 });
  add('last', hour);
  expect(families.byEventId('ended')).toBeUndefined();
  expect(families.byRefreshToken('refresh-ended')).toBeUndefined();
});

test('a family that lives long keeps none that came after it', () => {
  const { add, clock, families } = newFamilies();
  add('of years', 10 * 365 * 24 * hour);
  add('of an hour', hour);
  clock.advance({ days: 2 });
  add('now', hour);
  expect(families.byEventId('of years')).toBeDefined();
  expect(families.byEventId('of an hour')).toBeUndefined();
});

test('a replaced refresh token leads to its family, which says when it was replaced first', () => {
  const { add, clock, families } = newFamilies();
  const family = add('one', hour);
  const first = clock.now();
  families.rotate('refresh-one', 'second');
  clock.advance({ seconds: 5 });
  families.rotate('refresh-one', 'third');

  expect(['refresh-one', 'second', 'third'].map((token) => families.byRefreshToken(token))).toEqual([
    family,
    family,
    family,
  ]);
  expect(['refresh-one', 'second', 'third'].map((token) => families.replacedAt(token))).toEqual([
    first,
    undefined,
    undefined,
  ]);
});

test('replaced refresh tokens end with their family, and none is made of an unknown one', () => {
  const { add, clock, families } = newFamilies();
  add('one', hour);
  families.rotate('refresh-one', 'second');
  families.rotate('unknown', 'third');
  expect(families.byRefreshToken('third')).toBeUndefined();

  clock.advance({ days: 2 });
  expect(families.byRefreshToken('second')).toBeUndefined();
  expect(families.byRefreshToken('refresh-one')).toBeUndefined();
});

test('however many families there were, those that are over are forgotten with their refresh tokens', () => {
  const { add, clock, families } = newFamilies();
  let most = 0;
  for (let index = 0; index < 10_000; index += 1) {
    add(String(index), hour);
    families.rotate(`refresh-${index}`, `next-${index}`);
    most = Math.max(most, families.size);
    // Each is kept for 25 hours, so 1,500 of them are in force at a time.
    clock.advance({ minutes: 1 });
  }
  expect(most).toBeLessThanOrEqual(3000);
  expect(families.replacedAt('refresh-0')).toBeUndefined();
  expect(families.replacedAt('refresh-9999')).toBeDefined();
  expect(families.byRefreshToken('next-9999')?.eventId).toBe('9999');
});
