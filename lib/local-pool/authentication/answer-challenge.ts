import { challenges } from '../challenges/registry';
import type { Pool } from '../pool';
import { features } from '../settings/features';
import type { User } from '../state/user';
import { NotAuthorizedException, NotSimulatedException } from '../wire/exceptions';
import { requireEnabled, requirePasswordInForce } from './account-state';
import { incorrectCredentials } from './first-factor';
import { askChallenge } from './ask-challenge';
import { continueSignIn } from './continue-sign-in';
import { recordMet } from './custom-auth';
import { requireParameter } from './parameters';
import { presentedDevice } from './presented-device';
import type { SignInReply } from './reply';
import { requireSecretHash } from './secret-hash';
import { sessionOfAnswer, type ChallengeAnswer } from './session-of-answer';
import { settledOf, type SignIn } from './sign-in';
import { simulateUser } from './simulated-user';

interface Answer extends ChallengeAnswer {
  readonly clientMetadata: Readonly<Record<string, string>>;
  /** As the sign-in was begun: the pages of managed login and the operations do not continue each other's. */
  readonly endsIn?: SignIn['endsIn'];
}

/**
 * Continues a sign-in with the answer to its challenge. A wrong answer leaves the session usable; a right one spends it
 * before anything is issued.
 * @throws the service's refusal
 */
export async function answerChallenge(answer: Answer): Promise<SignInReply> {
  const { pool, client, challengeName, responses, clientMetadata } = answer;
  if (challengeName === 'WEB_AUTHN') throw new NotSimulatedException(features.passkeys.name);
  const name = requireParameter(responses, 'USERNAME');
  requireSecretHash(client, name, responses['SECRET_HASH']);
  const session = sessionOfAnswer(answer);
  const signIn = pool.sessions.open(session, client.id);
  if (signIn.challenge !== challengeName || signIn.endsIn !== answer.endsIn)
    throw new NotAuthorizedException('Invalid session for the user.');
  const challenge = challenges[signIn.challenge];
  const user = answeringUser(pool, signIn, name);
  if (user?.username !== signIn.username) throw otherUser(answer);
  // Until then neither the state nor the devices of an account are told to a client that masks who exists.
  const provesFirstFactor = challenge.provesFirstFactor === true || signIn.passwordless === 'asked';
  if (!provesFirstFactor || !client.preventUserExistenceErrors) requireEnabled(user);
  if (!confirms(signIn, user)) requirePasswordInForce(user);
  const attempt = {
    pool,
    client,
    user,
    ...settledOf(signIn),
    deviceKey: responses['DEVICE_KEY'] ?? signIn.deviceKey,
    clientMetadata,
  };
  // Before the answer has an effect: a device that is refused leaves session, code and password as they are.
  if (!provesFirstFactor) presentedDevice(attempt);
  const answered = challenge.respond(attempt, responses, signIn);
  // No await where none is needed: between the effect of an answer and the end of its session nothing may come.
  const { next, ...settled } = answered instanceof Promise ? await answered : answered;
  pool.sessions.spend(session, client.id);
  const progressed = {
    ...attempt,
    custom: recordMet(attempt.custom, signIn.challenge),
    ...settled,
    ...(settled.secondFactorShown === true && { secondFactorUnderAlias: pool.users.fold(name) !== user.username }),
  };
  return next === undefined ? continueSignIn(progressed) : askChallenge(next, progressed);
}

/** Who answers: for a name that nobody has and that is not told apart, the same invented user as in the challenge. */
function answeringUser(pool: Pool, { nobody }: SignIn, name: string): User | undefined {
  if (nobody === undefined) return pool.users.find(name);
  const simulated = simulateUser(pool, nobody);
  return [simulated.username, pool.users.fold(nobody)].includes(pool.users.fold(name)) ? simulated : undefined;
}

/** A code in the place of a password confirms who was not confirmed yet. */
function confirms({ challenge, passwordless }: SignIn, { status }: User): boolean {
  return status === 'UNCONFIRMED' && (passwordless === 'asked' || challenge === 'SELECT_CHALLENGE');
}

/** A claim that came without Session is refused as a wrong one. */
function otherUser({ session }: Answer): NotAuthorizedException {
  return session === undefined ? incorrectCredentials() : new NotAuthorizedException('Invalid session for the user.');
}
