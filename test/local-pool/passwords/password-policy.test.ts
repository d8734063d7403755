import fc from 'fast-check';
import { policyMiss, requirePolicy } from '../../../lib/local-pool/passwords/password-policy';
import type { PasswordPolicy } from '../../../lib/local-pool/settings/pool-settings';
import { settings } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';

const strict = settings.passwordPolicy;
const lax: PasswordPolicy = {
  ...strict,
  minimumLength: 6,
  requireLowercase: false,
  requireUppercase: false,
  requireNumbers: false,
  requireSymbols: false,
};

test.each([
  ['Correct-Horse-9', undefined],
  ['Short-9', 'Password not long enough'],
  ['CORRECT-HORSE-9', 'Password must have lowercase characters'],
  ['correct-horse-9', 'Password must have uppercase characters'],
  ['Correct-Horse-Nine', 'Password must have numeric characters'],
  ['CorrectHorse99', 'Password must have symbol characters'],
  ['', 'Password not long enough'],
  // Letters of other scripts are characters, but of no class.
  ['ÄÖÜ-äöü-123-ßß', 'Password must have lowercase characters'],
])('%j misses: %s', (password, miss) => {
  expect(policyMiss(password, strict)).toBe(miss);
});

test.each(Array.from('^$*.[]{}()?"!@#%&/\\,><\':;|_~`=+-'))('%s counts as a symbol', (symbol) => {
  expect(policyMiss(`Correct9Horse${symbol}`, strict)).toBeUndefined();
});

test.each(Array.from('§€ä'))('%s counts as no symbol', (character) => {
  expect(policyMiss(`Correct9Horse${character}`, strict)).toBe('Password must have symbol characters');
});

test('a policy that demands nothing but a length takes anything long enough', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (password) => {
      expect(policyMiss(password, lax)).toBe(password.length < 6 ? 'Password not long enough' : undefined);
    }),
  );
});

test('appending to a password never makes it miss a rule that it met', () => {
  const policies = fc.record({
    minimumLength: fc.integer({ min: 6, max: 99 }),
    requireLowercase: fc.boolean(),
    requireUppercase: fc.boolean(),
    requireNumbers: fc.boolean(),
    requireSymbols: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.string({ maxLength: 120 }), fc.string(), policies, (password, more, given) => {
      const policy = { ...strict, ...given };
      fc.pre(policyMiss(password, policy) === undefined);
      expect(policyMiss(password + more, policy)).toBeUndefined();
    }),
  );
});

test.each([
  ['signUp', 'Password did not conform with policy: Password not long enough'],
  ['change', 'Password does not conform to policy: Password not long enough'],
  ['adminCreate', 'Password did not conform with password policy: Password not long enough'],
] as const)('the refusal at %s has the words of the service and not the password', async (wording, message) => {
  const refused = await refusalOf(() => {
    requirePolicy('Secret-1', strict, wording);
  });
  expect(refused).toEqual(refusal('InvalidPasswordException', message));
});
