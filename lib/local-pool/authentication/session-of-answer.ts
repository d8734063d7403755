import type { Responses } from '../challenges/challenge';
import { challenges } from '../challenges/registry';
import type { Client, Pool } from '../pool';
import { InvalidParameterException } from '../wire/exceptions';
import { incorrectCredentials } from './first-factor';

/** An answer to a challenge, as far as it tells which sign-in it continues. */
export interface ChallengeAnswer {
  readonly pool: Pool;
  readonly client: Client;
  readonly challengeName: string;
  readonly session: string | undefined;
  readonly responses: Responses;
}

/**
 * The session that an answer continues: the one it names, or for an SRP challenge the one that its SECRET_BLOCK or
 * DEVICE_KEY stands for.
 * @throws InvalidParameterException when it names none, NotAuthorizedException for a block or key that stands for none.
 */
export function sessionOfAnswer({ pool, client, challengeName, session, responses }: ChallengeAnswer): string {
  if (session !== undefined) return session;
  const handle = Object.values(challenges)
    .find(({ name }) => name === challengeName)
    ?.handle?.(responses);
  if (handle === undefined) throw new InvalidParameterException('Missing required parameter Session');
  const found = pool.sessions.byHandle(handle, client.id);
  if (found === undefined) throw incorrectCredentials();
  return found;
}
