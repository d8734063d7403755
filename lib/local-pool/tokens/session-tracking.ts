import type { Pool } from '../pool';
import { lowercaseAlphanumerics } from '../randomness';
import type { TokenFamily, TokenSession } from './token-families';

/** Whether the pool tracks sessions, and how many a user may have (UserPoolTokenSessionConfigType). */
export interface SessionTracking {
  readonly enabled: boolean;
  readonly maxPerUser: number;
}

/** What a pool has before SetUserPoolSessionConfiguration (API_GetUserPoolSessionConfiguration). */
export const noSessionTracking: SessionTracking = { enabled: false, maxPerUser: 20 };

/** The session that a new family of tokens is; undefined where none is tracked. */
export function newSession({ sessionTracking, clock, randomness }: Pool): TokenSession | undefined {
  if (!sessionTracking.enabled) return undefined;
  return { id: `tkn${randomness.text(25, lowercaseAlphanumerics)}`, lastActive: clock.now() };
}

/**
 * Keeps a new family. A user who has as many sessions as may be loses those that were not used for the longest time
 * (UserPoolTokenSessionConfigType, MaxPerUser).
 */
export function admitFamily({ families, sessionTracking }: Pool, family: TokenFamily): void {
  if (family.session !== undefined) {
    const sessions = families.sessionsOf(family.username);
    const surplus = sessions.length + 1 - sessionTracking.maxPerUser;
    sessions
      .toSorted((left, right) => left.session.lastActive - right.session.lastActive)
      .slice(0, Math.max(surplus, 0))
      .forEach((session) => families.revoke(session));
  }
  families.add(family);
}
