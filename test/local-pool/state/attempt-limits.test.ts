import { AttemptLimits, type LimitedAttempt } from '../../../lib/local-pool/state/attempt-limits';
import { refusal, refusalOf } from '../refusal';
import { SetClock } from '../set-clock';

const exceeded = refusal('LimitExceededException', 'Attempt limit exceeded, please try after some time.');

test.each<readonly [LimitedAttempt, number]>([
  ['ConfirmSignUp', 15],
  ['ResendConfirmationCode', 5],
  ['ChangePassword', 5],
  ['GetUserAttributeVerificationCode', 5],
  ['VerifyUserAttribute', 15],
  ['PasswordRecovery', 20],
])('%s is allowed %i times an hour for each user', async (attempt, limit) => {
  const clock = new SetClock();
  const limits = new AttemptLimits(clock);
  for (let count = 0; count < limit; count += 1) limits.count(attempt, 'anna');

  expect(await refusalOf(() => limits.count(attempt, 'anna'))).toEqual(exceeded);
  expect(() => limits.count(attempt, 'bob')).not.toThrow();
  clock.advance({ minutes: 59, seconds: 59 });
  expect(await refusalOf(() => limits.count(attempt, 'anna'))).toEqual(exceeded);
  clock.advance({ seconds: 1 });
  expect(() => limits.count(attempt, 'anna')).not.toThrow();
});

test('the hour of each request is its own', async () => {
  const clock = new SetClock();
  const limits = new AttemptLimits(clock);
  for (let count = 0; count < 5; count += 1) {
    limits.count('ChangePassword', 'anna');
    clock.advance({ minutes: 10 });
  }
  expect(await refusalOf(() => limits.count('ChangePassword', 'anna'))).toEqual(exceeded);
  clock.advance({ minutes: 10 });
  expect(() => limits.count('ChangePassword', 'anna')).not.toThrow();
  expect(await refusalOf(() => limits.count('ChangePassword', 'anna'))).toEqual(exceeded);
});

test('a deleted user leaves nothing, and what is an hour old does not pile up', () => {
  const clock = new SetClock();
  const limits = new AttemptLimits(clock);
  for (const name of ['anna', 'bob', 'carl']) limits.count('ConfirmSignUp', name);
  limits.forget('anna');
  expect(limits.size).toBe(2);
  clock.advance({ hours: 1 });
  limits.count('ConfirmSignUp', 'dora');
  expect(limits.size).toBe(1);
});
