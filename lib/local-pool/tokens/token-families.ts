import type { Clock } from '../clock';

/** The tokens that descend from one authentication: one refresh token and all that was issued with it. */
export interface TokenFamily {
  /** Constant through every refresh (claim origin_jti). */
  readonly originJti: string;
  /** Constant through every refresh (claim event_id). */
  readonly eventId: string;
  readonly username: string;
  readonly clientId: string;
  /** When the user authenticated, milliseconds (claim auth_time, in seconds). */
  readonly authenticated: number;
  readonly scope: string;
  readonly deviceKey: string | undefined;
  readonly refreshToken: string;
  /** When the refresh token ends, milliseconds. */
  readonly expires: number;
  readonly revoked: boolean;
}

/** An access token outlives its refresh token by at most a day (AccessTokenValidity). */
const day = 24 * 60 * 60 * 1000;

/** Every token family of a pool, found by refresh token or by event id. */
export class TokenFamilies {
  readonly #clock: Clock;
  readonly #families = new Map<string, TokenFamily>();
  readonly #eventIdByRefreshToken = new Map<string, string>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(family: TokenFamily): void {
    this.#forget();
    this.#families.set(family.eventId, family);
    this.#eventIdByRefreshToken.set(family.refreshToken, family.eventId);
  }

  byEventId(eventId: string): TokenFamily | undefined {
    return this.#families.get(eventId);
  }

  byRefreshToken(refreshToken: string): TokenFamily | undefined {
    const eventId = this.#eventIdByRefreshToken.get(refreshToken);
    return eventId === undefined ? undefined : this.#families.get(eventId);
  }

  revoke(family: TokenFamily): void {
    this.#families.set(family.eventId, { ...family, revoked: true });
  }

  /** Revokes what `username` holds at every client (GlobalSignOut, AdminDisableUser, deletion). */
  revokeAllOf(username: string): void {
    for (const family of this.#families.values()) if (family.username === username) this.revoke(family);
  }

  #forget(): void {
    const horizon = this.#clock.now() - day;
    // All of them: clients have lifetimes of their own, so the oldest is not the first to end.
    for (const family of this.#families.values()) {
      if (family.expires > horizon) continue;
      this.#families.delete(family.eventId);
      this.#eventIdByRefreshToken.delete(family.refreshToken);
    }
  }
}
