import type { Randomness } from '../randomness';
import type { PasswordPolicy } from '../settings/pool-settings';

/** The classes of the policy; of the symbols only those that mean nothing in the HTML of a message. */
const classes = ['abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '0123456789', '!@#$%^*()-_=+[]{}:;,.?|~'];

/** Long enough for every policy that asks for less. */
const usualLength = 16;

/** A password that no person has to think of: at least one character of every class, in random places. */
export function generateTemporaryPassword(policy: PasswordPolicy, randomness: Randomness): string {
  const length = Math.max(policy.minimumLength, usualLength);
  const oneOfEach = classes.map((characters) => randomness.text(1, characters));
  const rest = randomness.text(length - classes.length, classes.join(''));
  return Array.from(oneOfEach.join('') + rest)
    .map((character) => ({ character, place: randomness.bytes(8).toString('hex') }))
    .toSorted((left, right) => (left.place < right.place ? -1 : 1))
    .map(({ character }) => character)
    .join('');
}
