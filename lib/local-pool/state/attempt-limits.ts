import type { Clock } from '../clock';
import { LimitExceededException } from '../wire/exceptions';

const hour = 60 * 60 * 1000;

/** Requests for one user in an hour (developer guide, "Quotas"); the two of password recovery count together. */
const limits = {
  ConfirmSignUp: 15,
  ResendConfirmationCode: 5,
  ChangePassword: 5,
  GetUserAttributeVerificationCode: 5,
  VerifyUserAttribute: 15,
  PasswordRecovery: 20,
} as const satisfies Readonly<Record<string, number>>;

export type LimitedAttempt = keyof typeof limits;

/** Counts the requests that the service limits by user and hour. Names that nobody has are counted like others. */
export class AttemptLimits {
  readonly #clock: Clock;
  /** By attempt and name: when the requests of the last hour were, oldest first. */
  readonly #attempts = new Map<string, readonly number[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @throws LimitExceededException for one request too many; that one does not count. */
  count(attempt: LimitedAttempt, username: string): void {
    this.#dropOld();
    const key = `${attempt} ${username}`;
    const times = this.#recent(key);
    if (times.length >= limits[attempt])
      throw new LimitExceededException('Attempt limit exceeded, please try after some time.');
    // To the end, so that the names stand in the order of their last requests.
    this.#attempts.delete(key);
    this.#attempts.set(key, [...times, this.#clock.now()]);
  }

  /** For a user who is deleted. */
  forget(username: string): void {
    for (const attempt of Object.keys(limits)) this.#attempts.delete(`${attempt} ${username}`);
  }

  /** For how many names and attempts requests are kept. */
  get size(): number {
    return this.#attempts.size;
  }

  #recent(key: string): readonly number[] {
    const horizon = this.#clock.now() - hour;
    return (this.#attempts.get(key) ?? []).filter((time) => time > horizon);
  }

  #dropOld(): void {
    for (const key of this.#attempts.keys()) {
      if (this.#recent(key).length > 0) return;
      this.#attempts.delete(key);
    }
  }
}
