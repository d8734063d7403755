import type { Clock } from '../clock';
import { equalSecrets } from '../constant-time';
import { digits, type Randomness } from '../randomness';
import { CodeMismatchException, ExpiredCodeException } from '../wire/exceptions';

/** What a code is for; only the newest code of a purpose is valid. */
export type CodePurpose = 'sign-up' | 'password-reset' | `attribute:${string}`;

const hour = 60 * 60 * 1000;

/** Lifetimes in milliseconds (developer guide, "Quotas": verification codes). */
function lifetime(purpose: CodePurpose): number {
  return purpose === 'password-reset' ? hour : 24 * hour;
}

interface IssuedCode {
  readonly code: string;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

/** The six-digit codes that are out, by user and purpose. */
export class Codes {
  readonly #clock: Clock;
  readonly #randomness: Randomness;
  readonly #codes = new Map<string, Map<CodePurpose, IssuedCode>>();

  constructor(clock: Clock, randomness: Randomness) {
    this.#clock = clock;
    this.#randomness = randomness;
  }

  /** A new code; the one before it stops working. */
  issue(username: string, purpose: CodePurpose): string {
    this.#forget();
    const code = this.#randomness.text(6, digits);
    const ofUser = this.#codes.get(username) ?? new Map<CodePurpose, IssuedCode>();
    ofUser.set(purpose, { code, expires: this.#clock.now() + lifetime(purpose) });
    // To the end, so that the names stand in the order of their newest codes.
    this.#codes.delete(username);
    this.#codes.set(username, ofUser);
    return code;
  }

  /** For how many names codes are kept. */
  get size(): number {
    return this.#codes.size;
  }

  /**
   * Holds `code` against the newest one, which stays valid: the caller withdraws it when all else is right.
   * @throws CodeMismatchException, or ExpiredCodeException when it is too old or none is out.
   */
  require(username: string, purpose: CodePurpose, code: string): void {
    if (!equalSecrets(this.#outstanding(username, purpose).code, code)) throw mismatch();
  }

  /**
   * Refuses whatever code was sent, for an account that must not be told from another.
   * @throws CodeMismatchException while a code is out, else ExpiredCodeException.
   */
  refuse(username: string, purpose: CodePurpose): never {
    this.#outstanding(username, purpose);
    throw mismatch();
  }

  withdraw(username: string, purpose: CodePurpose): void {
    this.#codes.get(username)?.delete(purpose);
  }

  /** For a user who is deleted, or whose address is another from now on. */
  withdrawAllOf(username: string): void {
    this.#codes.delete(username);
  }

  /** Codes are also made for names that nobody has: what is over must not pile up. */
  #forget(): void {
    const now = this.#clock.now();
    for (const [username, ofUser] of this.#codes) {
      if ([...ofUser.values()].some(({ expires }) => expires > now)) return;
      this.#codes.delete(username);
    }
  }

  #outstanding(username: string, purpose: CodePurpose): IssuedCode {
    const issued = this.#codes.get(username)?.get(purpose);
    if (issued === undefined || issued.expires <= this.#clock.now())
      throw new ExpiredCodeException('Invalid code provided, please request a code again.');
    return issued;
  }
}

function mismatch(): CodeMismatchException {
  return new CodeMismatchException('Invalid verification code provided, please try again.');
}
