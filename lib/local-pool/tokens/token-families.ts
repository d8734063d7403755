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
  /** Which way the user came: the operations of the API, or managed login with an authorization code. */
  readonly grant: 'api' | 'authorization_code';
  /** Separated by blanks. */
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

/** What is known of a refresh token. */
export interface RefreshToken {
  /** The family that it belongs to. */
  readonly eventId: string;
  /** When another token first took its place, milliseconds; undefined: it is in force. */
  readonly replaced: number | undefined;
}

/** Told of every change, by whoever keeps the families beyond the end of the process. */
export interface FamilyWatch {
  family(eventId: string): void;
  refreshToken(refreshToken: string): void;
}

/** An access token outlives its refresh token by at most a day (AccessTokenValidity). */
const day = 24 * 60 * 60 * 1000;

/** Fewer families than this are not worth looking through. */
const fewFamilies = 1000;

/** Whether nothing of a family can be used any more. @param now milliseconds */
export function isOver({ expires }: TokenFamily, now: number): boolean {
  return expires <= now - day;
}

/** Every token family of a pool, found by refresh token or by event id. */
export class TokenFamilies {
  readonly #clock: Clock;
  readonly #families = new Map<string, TokenFamily>();
  readonly #refreshTokens = new Map<string, RefreshToken>();
  /** At how many families those that are over are looked for. */
  #limit = fewFamilies;
  #watch: FamilyWatch | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(family: TokenFamily): void {
    if (this.#families.size >= this.#limit) this.#forget();
    this.#store(family);
    this.#storeToken(family.refreshToken, { eventId: family.eventId, replaced: undefined });
  }

  /** Takes families and refresh tokens as they were kept; the watch hears nothing of them, and of every change after. */
  restore(
    families: ReadonlyMap<string, TokenFamily>,
    refreshTokens: ReadonlyMap<string, RefreshToken>,
    watch: FamilyWatch,
  ): void {
    for (const [eventId, family] of families) this.#families.set(eventId, family);
    for (const [refreshToken, token] of refreshTokens) this.#refreshTokens.set(refreshToken, token);
    this.#watch = watch;
  }

  /** The family of that event id, also when it is over; undefined when it was forgotten. */
  latest(eventId: string): TokenFamily | undefined {
    return this.#families.get(eventId);
  }

  /** What is known of a refresh token, also when its family is over. */
  tokenOf(refreshToken: string): RefreshToken | undefined {
    return this.#refreshTokens.get(refreshToken);
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
    this.#storeToken(used, { ...token, replaced: token.replaced ?? this.#clock.now() });
    this.#storeToken(next, { eventId: token.eventId, replaced: undefined });
  }

  revoke(family: TokenFamily): void {
    this.#store({ ...family, revoked: true });
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
    this.#store({ ...family, session: { ...family.session, lastActive: this.#clock.now() } });
  }

  /** Drops what is known of sessions; their tokens stay valid. */
  forgetSessions(): void {
    for (const family of this.#families.values())
      if (family.session !== undefined) this.#store({ ...family, session: undefined });
  }

  #store(family: TokenFamily): void {
    this.#families.set(family.eventId, family);
    this.#watch?.family(family.eventId);
  }

  #storeToken(refreshToken: string, token: RefreshToken): void {
    this.#refreshTokens.set(refreshToken, token);
    this.#watch?.refreshToken(refreshToken);
  }

  #isOver(family: TokenFamily): boolean {
    return isOver(family, this.#clock.now());
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
