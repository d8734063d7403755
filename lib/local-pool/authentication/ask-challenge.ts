import { challenges } from '../challenges/registry';
import type { AuthReply } from './reply';
import { settledOf, type Attempt, type OfferedChallenge } from './sign-in';

/** Puts a challenge to the client, in a new session that only its answer continues. */
export async function askChallenge(challenge: OfferedChallenge, attempt: Attempt): Promise<AuthReply> {
  const { pool, client, user } = attempt;
  const {
    parameters,
    memory = {},
    handle,
    withoutSession,
    availableChallenges,
  } = await challenges[challenge].offer(attempt);
  const session = pool.sessions.issue(
    { clientId: client.id, username: user.username, challenge, ...settledOf(attempt), memory },
    client.authSessionSeconds,
    handle,
  );
  return {
    ChallengeName: challenge,
    ...(withoutSession !== true && { Session: session }),
    ChallengeParameters: parameters,
    ...(availableChallenges !== undefined && { AvailableChallenges: availableChallenges }),
  };
}
