import fc from 'fast-check';
import { policyMiss } from '../../../lib/local-pool/passwords/password-policy';
import { generateTemporaryPassword } from '../../../lib/local-pool/passwords/temporary-password';
import { systemRandomness } from '../../../lib/local-pool/randomness';
import { countedRandomness } from '../counted-randomness';
import { settings } from '../pool-builder';

/** Every policy that a template may ask for. */
const policies = fc
  .record({
    minimumLength: fc.integer({ min: 6, max: 99 }),
    requireLowercase: fc.boolean(),
    requireUppercase: fc.boolean(),
    requireNumbers: fc.boolean(),
    requireSymbols: fc.boolean(),
  })
  .map((given) => ({ ...settings.passwordPolicy, ...given }));

test('a generated password satisfies every policy, the model of the API, and HTML', () => {
  fc.assert(
    fc.property(policies, fc.string(), (policy, seed) => {
      const password = generateTemporaryPassword(policy, countedRandomness(seed));
      expect(policyMiss(password, policy)).toBeUndefined();
      expect(password).toMatch(/^[^\s<>&"']{12,256}$/);
    }),
  );
});

test('two generated passwords differ, and no place is kept for a class', () => {
  const passwords = Array.from({ length: 200 }, () =>
    generateTemporaryPassword(settings.passwordPolicy, systemRandomness),
  );
  expect(new Set(passwords).size).toBe(passwords.length);
  expect(passwords.some((password) => /^[a-z]/.test(password))).toBe(true);
  expect(passwords.some((password) => !/^[a-z]/.test(password))).toBe(true);
});
