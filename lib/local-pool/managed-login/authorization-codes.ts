import type { Clock } from '../clock';
import type { Randomness } from '../randomness';

/** What a user granted a client at the authorization endpoint (RFC 6749 section 4.1.1), and how the user signed in. */
export interface Authorization {
  readonly clientId: string;
  readonly username: string;
  /** The one of the authorization request; the token request must repeat it. */
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** Of method S256 (RFC 7636 section 4.2); undefined: the client sent none. */
  readonly codeChallenge: string | undefined;
  /** OpenID Connect Core 1.0 section 3.1.2.1. */
  readonly nonce: string | undefined;
  /** When the user authenticated, milliseconds since the epoch. */
  readonly authenticated: number;
  readonly secondFactorShown: boolean;
}

/** How long a code is good for, in milliseconds (developer guide, "Authorize endpoint": five minutes). */
const lifetime = 5 * 60 * 1000;

interface IssuedCode {
  readonly authorization: Authorization;
  /** Milliseconds since the epoch. */
  readonly expires: number;
  /** How often it was presented. */
  readonly presented: number;
  /** The event id of the tokens issued for it. */
  readonly eventId?: string;
}

/** The authorization codes of a pool that are out, and for their five minutes those that were spent. */
export class AuthorizationCodes {
  readonly #clock: Clock;
  readonly #randomness: Randomness;
  /** In order of expiry, as all live equally long. */
  readonly #codes = new Map<string, IssuedCode>();

  constructor(clock: Clock, randomness: Randomness) {
    this.#clock = clock;
    this.#randomness = randomness;
  }

  /** A new code. */
  issue(authorization: Authorization): string {
    this.#forget();
    const code = this.#randomness.uuid();
    this.#codes.set(code, { authorization, expires: this.#clock.now() + lifetime, presented: 0 });
    return code;
  }

  /** What the code stands for, once; undefined: unknown, expired or spent. It is spent by the attempt, whatever comes of it. */
  redeem(code: string): Authorization | undefined {
    this.#forget();
    const issued = this.#codes.get(code);
    if (issued === undefined) return undefined;
    this.#codes.set(code, { ...issued, presented: issued.presented + 1 });
    return issued.presented === 0 ? issued.authorization : undefined;
  }

  /** Whether the code was presented more than once: then the client that holds it may not be the only one that does. */
  isReused(code: string): boolean {
    return (this.#codes.get(code)?.presented ?? 0) > 1;
  }

  /** Notes which tokens were issued for a code. */
  settle(code: string, eventId: string): void {
    const issued = this.#codes.get(code);
    if (issued !== undefined) this.#codes.set(code, { ...issued, eventId });
  }

  /** The event id of the tokens that were issued for a code. */
  eventIdOf(code: string): string | undefined {
    return this.#codes.get(code)?.eventId;
  }

  /** How many codes are kept. */
  get size(): number {
    return this.#codes.size;
  }

  #forget(): void {
    for (const [code, { expires }] of this.#codes) {
      if (expires > this.#clock.now()) return;
      this.#codes.delete(code);
    }
  }
}
