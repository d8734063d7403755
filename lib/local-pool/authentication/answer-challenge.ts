import { challenges } from '../challenges/registry';
import type { Responses } from '../challenges/challenge';
import type { Client, Pool } from '../pool';
import { NotAuthorizedException } from '../wire/exceptions';
import { requireEnabled, requirePasswordInForce } from './account-state';
import { askChallenge } from './ask-challenge';
import { continueSignIn } from './continue-sign-in';
import { requireParameter } from './parameters';
import { presentedDevice } from './presented-device';
import type { AuthReply } from './reply';
import { requireSecretHash } from './secret-hash';
import { settledOf } from './sign-in';

interface Answer {
  readonly pool: Pool;
  readonly client: Client;
  readonly challengeName: string;
  readonly session: string | undefined;
  readonly responses: Responses;
  readonly clientMetadata: Readonly<Record<string, string>>;
}

/**
 * Continues a sign-in with the answer to its challenge. A wrong answer leaves the session usable; a right one spends it
 * before anything is issued.
 * @throws the service's refusal
 */
export async function answerChallenge(answer: Answer): Promise<AuthReply> {
  const { pool, client, challengeName, responses, clientMetadata } = answer;
  const name = requireParameter(responses, 'USERNAME');
  const session = requireParameter({ ...(answer.session !== undefined && { Session: answer.session }) }, 'Session');
  requireSecretHash(client, name, responses['SECRET_HASH']);
  const signIn = pool.sessions.open(session, client.id);
  const user = pool.users.find(name);
  if (signIn.challenge !== challengeName || user?.username !== signIn.username)
    throw new NotAuthorizedException('Invalid session for the user.');
  requireEnabled(user);
  requirePasswordInForce(user);
  const attempt = {
    pool,
    client,
    user,
    ...settledOf(signIn),
    deviceKey: responses['DEVICE_KEY'] ?? signIn.deviceKey,
    clientMetadata,
  };
  // Before the answer has any effect: a device that is refused leaves session, code and password as they are.
  presentedDevice(attempt);
  const answered = challenges[signIn.challenge].respond(attempt, responses, signIn);
  // No await where none is needed: between the effect of an answer and the end of its session nothing may come.
  const { next, ...settled } = answered instanceof Promise ? await answered : answered;
  pool.sessions.spend(session, client.id);
  const progressed = { ...attempt, ...settled };
  return next === undefined ? continueSignIn(progressed) : askChallenge(next, progressed);
}
