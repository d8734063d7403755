import type { Clock } from '../clock';
import { NotAuthorizedException } from '../wire/exceptions';

/** From this failure on the user is locked (developer guide, "Lockout behavior for failed sign-in attempts"). */
const firstLock = 5;

/** The longest lock, and how long without an attempt the failures are forgotten, in milliseconds. */
const quarterOfAnHour = 15 * 60 * 1000;

interface Failures {
  readonly count: number;
  /** When the last one was, milliseconds. */
  readonly last: number;
}

/** How long the `count`th consecutive failure locks, in milliseconds: 1 s, 2 s, 4 s and so on from the fifth. */
export function lockAfter(count: number): number {
  return count < firstLock ? 0 : Math.min(2 ** (count - firstLock) * 1000, quarterOfAnHour);
}

/**
 * Consecutive wrong passwords by user, and the lock that follows from them. Names that nobody has are counted like
 * others, so that the lock does not tell who exists.
 */
export class FailedPasswords {
  readonly #clock: Clock;
  readonly #failures = new Map<string, Failures>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @throws NotAuthorizedException while the user is locked; this request does not count. */
  requireUnlocked(username: string): void {
    const { count, last } = this.#recent(username);
    if (this.#clock.now() < last + lockAfter(count)) throw new NotAuthorizedException('Password attempts exceeded');
  }

  /**
   * One attempt with a password, in whatever form the flow proves it. Neither this nor `holds` waits for anything, so
   * that of many attempts at once each is counted before the next one is looked at.
   * @throws NotAuthorizedException while the user is locked, or when `holds` says that the password is wrong.
   */
  attempt(username: string, holds: () => boolean): void {
    this.requireUnlocked(username);
    if (!holds()) return this.refuse(username);
    this.forget(username);
  }

  /**
   * One attempt that fails whatever was sent, as that with the name of nobody does.
   * @throws NotAuthorizedException, always.
   */
  refuse(username: string): never {
    this.requireUnlocked(username);
    this.#dropOld();
    const { count } = this.#recent(username);
    // To the end, so that the names stand in the order of their last failures.
    this.#failures.delete(username);
    this.#failures.set(username, { count: count + 1, last: this.#clock.now() });
    throw new NotAuthorizedException('Incorrect username or password.');
  }

  /** For a user who is deleted. */
  forget(username: string): void {
    this.#failures.delete(username);
  }

  /** For how many names failures are kept. */
  get size(): number {
    return this.#failures.size;
  }

  #recent(username: string): Failures {
    const failures = this.#failures.get(username);
    return failures === undefined || this.#isOld(failures) ? { count: 0, last: 0 } : failures;
  }

  #isOld({ last }: Failures): boolean {
    return last + quarterOfAnHour <= this.#clock.now();
  }

  #dropOld(): void {
    for (const [username, failures] of this.#failures) {
      if (!this.#isOld(failures)) return;
      this.#failures.delete(username);
    }
  }
}
