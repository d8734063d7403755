import type { Clock } from '../clock';

/** The tokens that descend from one authentication: its refresh token, those that replaced it, and all issued with them. */
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
  /** Whether the authentication showed a second factor. */
  readonly secondFactorShown: boolean;
  /** The first one; see rotate. */
  readonly refreshToken: string;
  /** When every refresh token of the family ends, milliseconds. */
  readonly expires: number;
  readonly revoked: boolean;
}

interface RefreshToken {
  readonly eventId: string;
  readonly replaced: number | undefined;
}

/** An access token outlives its refresh token by at most a day (AccessTokenValidity). */
const day = 24 * 60 * 60 * 1000;

/** Every token family of a pool, found by refresh token or by event id. */
export class TokenFamilies {
  readonly #clock: Clock;
  readonly #families = new Map<string, TokenFamily>();
  readonly #refreshTokens = new Map<string, RefreshToken>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(family: TokenFamily): void {
    this.#forget();
    this.#families.set(family.eventId, family);
    this.#refreshTokens.set(family.refreshToken, { eventId: family.eventId, replaced: undefined });
  }

  byEventId(eventId: string): TokenFamily | undefined {
    return this.#families.get(eventId);
  }

  byRefreshToken(refreshToken: string): TokenFamily | undefined {
    const token = this.#refreshTokens.get(refreshToken);
    return token === undefined ? undefined : this.#families.get(token.eventId);
  }

  /** When another token first took the place of this one, milliseconds; undefined: it is in force. */
  replacedAt(refreshToken: string): number | undefined {
    return this.#refreshTokens.get(refreshToken)?.replaced;
  }

  /** Replaces a refresh token by one of the same family. One that is replaced again, by a retry, keeps its first time. */
  rotate(used: string, next: string): void {
    const token = this.#refreshTokens.get(used);
    if (token === undefined) return;
    this.#refreshTokens.set(used, { ...token, replaced: token.replaced ?? this.#clock.now() });
    this.#refreshTokens.set(next, { eventId: token.eventId, replaced: undefined });
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
      if (family.expires <= horizon) this.#families.delete(family.eventId);
    }
    for (const [refreshToken, { eventId }] of this.#refreshTokens) {
      if (!this.#families.has(eventId)) this.#refreshTokens.delete(refreshToken);
    }
  }
}
