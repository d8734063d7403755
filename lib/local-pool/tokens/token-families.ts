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
  /** undefined: the pool did not track sessions when the user authenticated, or does so no more. */
  readonly session: TokenSession | undefined;
  /** When every refresh token of the family ends, milliseconds. */
  readonly expires: number;
  readonly revoked: boolean;
}

/** What session tracking keeps of a family: it is a token session then. */
export interface TokenSession {
  /** `tkn` and 25 lower-case letters and digits. */
  readonly id: string;
  /** When its tokens were issued last, milliseconds. */
  readonly lastActive: number;
}

/** A family that is a token session. */
export type TrackedFamily = TokenFamily & { readonly session: TokenSession };

interface RefreshToken {
  readonly eventId: string;
  readonly replaced: number | undefined;
}

/** An access token outlives its refresh token by at most a day (AccessTokenValidity). */
const day = 24 * 60 * 60 * 1000;

/** Fewer families than this are not worth looking through. */
const fewFamilies = 1000;

/** Every token family of a pool, found by refresh token or by event id. */
export class TokenFamilies {
  readonly #clock: Clock;
  readonly #families = new Map<string, TokenFamily>();
  readonly #refreshTokens = new Map<string, RefreshToken>();
  /** At how many families those that are over are looked for. */
  #limit = fewFamilies;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(family: TokenFamily): void {
    if (this.#families.size >= this.#limit) this.#forget();
    this.#families.set(family.eventId, family);
    this.#refreshTokens.set(family.refreshToken, { eventId: family.eventId, replaced: undefined });
  }

  /** How many families are kept. */
  get size(): number {
    return this.#families.size;
  }

  byEventId(eventId: string): TokenFamily | undefined {
    const family = this.#families.get(eventId);
    return family === undefined || this.#isOver(family) ? undefined : family;
  }

  byRefreshToken(refreshToken: string): TokenFamily | undefined {
    const token = this.#refreshTokens.get(refreshToken);
    return token === undefined ? undefined : this.byEventId(token.eventId);
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

  /** The sessions of `username` that can still be refreshed, the oldest first. */
  sessionsOf(username: string): readonly TrackedFamily[] {
    const now = this.#clock.now();
    return [...this.#families.values()].filter(
      (family): family is TrackedFamily =>
        family.username === username && family.session !== undefined && !family.revoked && family.expires > now,
    );
  }

  /** Notes that new tokens of a session were issued. */
  touch(eventId: string): void {
    const family = this.#families.get(eventId);
    if (family?.session === undefined) return;
    this.#families.set(eventId, { ...family, session: { ...family.session, lastActive: this.#clock.now() } });
  }

  /** Drops what is known of sessions; their tokens stay valid. */
  forgetSessions(): void {
    for (const family of this.#families.values()) this.#families.set(family.eventId, { ...family, session: undefined });
  }

  #isOver({ expires }: TokenFamily): boolean {
    return expires <= this.#clock.now() - day;
  }

  /**
   * All of them are looked at: clients have lifetimes of their own, so the oldest is not the first to end. Not again
   * before there are twice as many, so that a sign-in costs the same however many there were.
   */
  #forget(): void {
    for (const family of this.#families.values()) if (this.#isOver(family)) this.#families.delete(family.eventId);
    for (const [refreshToken, { eventId }] of this.#refreshTokens)
      if (!this.#families.has(eventId)) this.#refreshTokens.delete(refreshToken);
    this.#limit = Math.max(fewFamilies, 2 * this.#families.size);
  }
}
