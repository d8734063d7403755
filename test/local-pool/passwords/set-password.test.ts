import fc from 'fast-check';
import { hasPassword, replacePassword } from '../../../lib/local-pool/passwords/set-password';
import { buildPool, password, settings } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';

const name = 'anna@example.com';
const numbered = (index: number): string => `Correct-Horse-${index}`;

async function withHistory(passwordHistorySize: number) {
  const built = buildPool({ settings: { passwordPolicy: { ...settings.passwordPolicy, passwordHistorySize } } });
  const username = await built.addConfirmedUser(name);
  const change = (next: string): void => {
    const { pool } = built;
    pool.users.update(username, replacePassword(pool, pool.requireUser(name), next, { temporary: false }));
  };
  return { ...built, change };
}

test('a password is refused while it is among the remembered ones, and taken after', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 6 }), async (size) => {
      const { change } = await withHistory(size);
      change(numbered(0));
      for (let index = 1; index < size; index += 1) change(numbered(index));
      for (let index = 0; index < size; index += 1)
        expect(
          await refusalOf(() => {
            change(numbered(index));
          }),
        ).toEqual(refusal('PasswordHistoryPolicyViolationException', 'Password has previously been used'));
      change('Something-Else-1');
      expect(() => {
        change(numbered(0));
      }).not.toThrow();
    }),
    { numRuns: 6 },
  );
});

test('without a history the current password may be chosen again', async () => {
  const { change, pool } = await withHistory(0);
  change(password);
  expect(hasPassword(pool, pool.requireUser(name), password)).toBe(true);
  expect(pool.requireUser(name).passwordHistory).toEqual([]);
});

test('a temporary password ends after the days of the policy, a permanent one never', async () => {
  const { clock, pool } = await withHistory(0);
  const user = pool.requireUser(name);
  const days = settings.passwordPolicy.temporaryPasswordValidityDays;

  expect(replacePassword(pool, user, password, { temporary: true }).temporaryPasswordExpires).toBe(
    clock.now() + days * 86_400_000,
  );
  expect(replacePassword(pool, user, password, { temporary: false }).temporaryPasswordExpires).toBeUndefined();
});

test('a user without a password has none, not even the empty one', async () => {
  const { pool } = await withHistory(0);
  expect(hasPassword(pool, { ...pool.requireUser(name), password: undefined }, '')).toBe(false);
});
