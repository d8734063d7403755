import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { makePassword } from '../../lib/sign-in/password';

/** The demands of a user pool's password policy, by the developer guide, "Adding user pool password requirements". */
const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]/] as const;

const integers = fc.infiniteStream(fc.nat(1_000_000));

test('a password satisfies every policy that a user pool can have', () => {
  fc.assert(
    fc.property(fc.integer({ min: 6, max: 99 }), integers, (minimumLength, stream) => {
      const password = makePassword(minimumLength, { randomInteger: (limit) => (stream.next().value ?? 0) % limit });
      expect(password.length).toBeGreaterThanOrEqual(minimumLength);
      expect(password.length).toBeLessThanOrEqual(256);
      expect(password).toMatch(/^\S+$/);
      for (const demanded of classes) expect(password).toMatch(demanded);
    }),
  );
});

test('two passwords are never the same', () => {
  const passwords = Array.from({ length: 100 }, () => makePassword(8, { randomInteger: (limit) => randomInt(limit) }));
  expect(new Set(passwords).size).toBe(100);
});
