import type { Authentication } from '../authentication/reply';
import type { Clock } from '../clock';
import type { Randomness } from '../randomness';

interface Entry extends Authentication {
  readonly expires: number;
}

/** How long a browser stays signed in, in milliseconds (developer guide, "Login endpoint": one hour). */
export const browserSessionMilliseconds = 60 * 60 * 1000;

/** 256 bits: nobody guesses one. */
export const browserSecretBytes = 32;

/** Who is signed in at the pages of a pool, by what the cookie of the browser holds. No operation of the API ends one. */
export class BrowserSessions {
  readonly #clock: Clock;
  readonly #randomness: Randomness;
  /** In order of expiry, as all live equally long. */
  readonly #sessions = new Map<string, Entry>();

  constructor(clock: Clock, randomness: Randomness) {
    this.#clock = clock;
    this.#randomness = randomness;
  }

  /** @returns what goes into the cookie: new at every sign-in, so that none can be planted before */
  begin(authentication: Authentication): string {
    this.#forget();
    const id = this.#randomness.bytes(browserSecretBytes).toString('base64url');
    this.#sessions.set(id, { ...authentication, expires: this.#clock.now() + browserSessionMilliseconds });
    return id;
  }

  find(id: string | undefined): Authentication | undefined {
    this.#forget();
    return id === undefined ? undefined : this.#sessions.get(id);
  }

  end(id: string | undefined): void {
    if (id !== undefined) this.#sessions.delete(id);
  }

  #forget(): void {
    for (const [id, { expires }] of this.#sessions) {
      if (expires > this.#clock.now()) return;
      this.#sessions.delete(id);
    }
  }
}
