import fc from 'fast-check';
import { FailedPasswords, lockAfter } from '../../../lib/local-pool/state/failed-passwords';
import { refusal, refusalOf } from '../refusal';
import { SetClock } from '../set-clock';

const incorrect = refusal('NotAuthorizedException', 'Incorrect username or password.');
const locked = refusal('NotAuthorizedException', 'Password attempts exceeded');

function counting() {
  const clock = new SetClock();
  const failed = new FailedPasswords(clock);
  const attempt = (holds: boolean, name = 'anna') => refusalOf(() => failed.attempt(name, () => holds));
  return {
    clock,
    failed,
    wrong: (name?: string) => attempt(false, name),
    right: (name = 'anna') => failed.attempt(name, () => true),
    async fail(times: number): Promise<void> {
      for (let count = 0; count < times; count += 1) await attempt(false);
    },
  };
}

test.each([
  [1, 0],
  [4, 0],
  [5, 1],
  [6, 2],
  [7, 4],
  [14, 512],
  [15, 900],
  [40, 900],
  [2000, 900],
])('the %ith failure in a row locks for %i seconds', (count, seconds) => {
  expect(lockAfter(count)).toBe(seconds * 1000);
});

test('from the fifth wrong password on the right one is refused too, until the lock is over', async () => {
  const { clock, failed, right, wrong } = counting();
  for (let count = 0; count < 5; count += 1) expect(await wrong()).toEqual(incorrect);

  expect(await wrong()).toEqual(locked);
  expect(await refusalOf(() => failed.requireUnlocked('anna'))).toEqual(locked);
  clock.advance({ seconds: 1 });
  expect(() => right()).not.toThrow();
});

test('an attempt during the lock does not count', async () => {
  const { clock, fail, right } = counting();
  await fail(5);
  await fail(20);
  clock.advance({ seconds: 1 });
  expect(() => right()).not.toThrow();
});

test('a failure after a lock locks for twice as long', async () => {
  const { clock, fail, wrong } = counting();
  await fail(5);
  clock.advance({ seconds: 1 });
  expect(await wrong()).toEqual(incorrect);
  clock.advance({ seconds: 1 });
  expect(await wrong()).toEqual(locked);
  clock.advance({ seconds: 1 });
  expect(await wrong()).toEqual(incorrect);
});

test('a right password ends the row of failures', async () => {
  const { fail, right, wrong } = counting();
  await fail(4);
  right();
  await fail(4);
  expect(await wrong()).toEqual(incorrect);
});

test('a quarter of an hour without an attempt ends the row of failures', async () => {
  const { clock, fail, wrong } = counting();
  await fail(4);
  clock.advance({ minutes: 15 });
  await fail(4);
  expect(await wrong()).toEqual(incorrect);
});

test('users are counted apart, and one that is deleted leaves nothing', async () => {
  const { fail, failed, wrong } = counting();
  await fail(5);
  expect(await wrong('bob')).toEqual(incorrect);
  failed.forget('anna');
  expect(await wrong()).toEqual(incorrect);
});

test('what is forgotten does not pile up', async () => {
  const { clock, failed, wrong } = counting();
  for (const name of ['a', 'b', 'c']) await wrong(name);
  clock.advance({ minutes: 15 });
  await wrong('d');
  expect(failed.size).toBe(1);
});

test('whatever happens, a user is never locked for longer than a quarter of an hour', () => {
  const step = fc.record({ holds: fc.boolean(), pause: fc.integer({ min: 0, max: 1_000 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { clock, failed, right } = counting();
      for (const { holds, pause } of steps) {
        try {
          failed.attempt('anna', () => holds);
        } catch {
          // Refused or locked: both may be.
        }
        clock.advance({ seconds: pause });
      }
      clock.advance({ minutes: 15 });
      expect(() => right()).not.toThrow();
    }),
  );
});
