import type { Surroundings } from './surroundings';

const lowercase = 'abcdefghijklmnopqrstuvwxyz';
const uppercase = lowercase.toUpperCase();
const digits = '0123456789';
/** Symbols that the service counts as such (developer guide, "Password requirements"), without quotes and backslash. */
const symbols = '^$*.[]{}()?!@#%&/,><:;|_~=+-';
const classes = [lowercase, uppercase, digits, symbols] as const;

/** No policy takes it: six characters are the least that one can ask for (API_PasswordPolicyType). */
export const shortPassword = 'Aa1!';

/** Shorter passwords only where a policy could want them; none does. */
const usualLength = 24;

/**
 * A password that satisfies any password policy of a user pool with that minimum length: it has a character of each of
 * the four classes, whether they are required or not.
 */
export function makePassword(minimumLength: number, { randomInteger }: Pick<Surroundings, 'randomInteger'>): string {
  const pick = (alphabet: string): string => alphabet.charAt(randomInteger(alphabet.length));
  const length = Math.max(usualLength, minimumLength);
  const characters = Array.from({ length }, (_, index) => pick(classes[index] ?? classes.join('')));
  return shuffled(characters, randomInteger).join('');
}

/** Fisher and Yates: every order is equally likely. */
function shuffled(items: readonly string[], randomInteger: Surroundings['randomInteger']): readonly string[] {
  const rest = [...items];
  return items.flatMap(() => rest.splice(randomInteger(rest.length), 1));
}
