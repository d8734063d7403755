import { randomBytes, randomInt, randomUUID } from 'node:crypto';

/** Everything that must not be guessable or must differ each time, injected so that a test can repeat it. */
export interface Randomness {
  uuid(): string;
  bytes(length: number): Buffer;
  /** A string of `length` characters, each drawn evenly from `alphabet`. */
  text(length: number, alphabet: string): string;
}

export const lowercaseAlphanumerics = 'abcdefghijklmnopqrstuvwxyz0123456789';
export const alphanumerics = `ABCDEFGHIJKLMNOPQRSTUVWXYZ${lowercaseAlphanumerics}`;
export const digits = '0123456789';

export const systemRandomness: Randomness = {
  uuid: () => randomUUID(),
  bytes: (length) => randomBytes(length),
  text: (length, alphabet) => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join(''),
};
