import type { ListUserSessionsResponse, SessionDescriptionType } from '@aws-sdk/client-cognito-identity-provider';
import type { Pool } from '../pool';
import type { User } from '../state/user';
import type { TrackedFamily } from '../tokens/token-families';
import { ResourceNotFoundException } from '../wire/exceptions';
import { nextTokenOf, pageOf } from '../wire/pagination';
import { wireTime, type Wire } from '../wire/response';

/** All sessions of a user are on one page (API_AdminListUserSessions). */
const largestPage = 125;

/**
 * A user's token sessions, the oldest first; those of browsers at the pages of managed login are
 * not among them. Where the pool tracks none there are none.
 * @param current the event id of the tokens that the request was made with
 */
export function listSessions(
  { families }: Pool,
  { username }: User,
  nextToken: string | undefined,
  current?: string,
): Wire<ListUserSessionsResponse> {
  const byAge = (family: TrackedFamily): string => `${wireTime(family.authenticated).toFixed(3)} ${family.session.id}`;
  const page = pageOf(families.sessionsOf(username), byAge, { limit: largestPage, nextToken });
  return { Sessions: page.items.map((family) => describeSession(family, current)), ...nextTokenOf(page) };
}

/** From where a session is used is not looked at: the service has `unknown` for what it cannot tell. */
function describeSession(family: TrackedFamily, current: string | undefined): Wire<SessionDescriptionType> {
  return {
    SessionId: family.session.id,
    SessionType: 'TOKEN',
    ClientId: family.clientId,
    CreateDate: wireTime(family.authenticated),
    LastActiveDate: wireTime(family.session.lastActive),
    DeviceType: 'unknown',
    LastLocation: { Country: 'unknown' },
    IsCurrentSession: family.eventId === current,
  };
}

/** @throws ResourceNotFoundException for a session that has ended, is another user's or never was; the words are ours. */
export function requireSession({ families }: Pool, { username }: User, id: string): TrackedFamily {
  const found = families.sessionsOf(username).find(({ session }) => session.id === id);
  if (found === undefined) throw new ResourceNotFoundException('Session does not exist.');
  return found;
}
