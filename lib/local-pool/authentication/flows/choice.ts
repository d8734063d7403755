import type { Pool } from '../../pool';
import { features } from '../../settings/features';
import type { User } from '../../state/user';
import { InvalidParameterException, NotAuthorizedException, NotSimulatedException } from '../../wire/exceptions';
import { requireEnabled, requirePasswordInForce } from '../account-state';
import { askChallenge } from '../ask-challenge';
import { availableChallenges } from '../available-challenges';
import { beginSrp } from '../begin-srp';
import { continueSignIn } from '../continue-sign-in';
import { admitAccount, admitNoAccount, incorrectCredentials, runPreAuthentication } from '../first-factor';
import { requireParameter } from '../parameters';
import type { AuthReply } from '../reply';
import { requireSecretHash } from '../secret-hash';
import { nothingSettled } from '../sign-in';
import { simulateUser } from '../simulated-user';
import type { Flow, FlowRequest } from './flow';
import { signInWithPassword } from './password';

/** USER_AUTH: the app, or the user, chooses how the sign-in begins (developer guide, "Authentication flows"). */
export const userAuth: Flow = {
  allowedBy: 'ALLOW_USER_AUTH',
  refusal: 'USER_AUTH is not enabled for the client.',
  through: 'both',

  async begin(request) {
    const { pool, client, parameters, session } = request;
    // Our words: no text of the service is known.
    if (pool.settings.featurePlan === 'LITE')
      throw new InvalidParameterException('USER_AUTH is not available in the Lite tier');
    const name = requireParameter(parameters, 'USERNAME');
    requireSecretHash(client, name, parameters['SECRET_HASH']);
    if (session !== undefined) return signInAfterSignUp(request, name, session);
    const preferred = parameters['PREFERRED_CHALLENGE'];
    if (preferred === 'WEB_AUTHN') throw new NotSimulatedException(features.passkeys.name);
    const user = pool.users.find(name);
    const available = availableChallenges(pool.settings, user);
    const chosen = available.find((challenge) => challenge === preferred);
    switch (chosen) {
      case 'PASSWORD':
        return signInWithPassword(request);
      case 'PASSWORD_SRP':
        return beginSrp(request, 'session');
      case undefined:
        return ask('SELECT_CHALLENGE', request, name, user);
      case 'EMAIL_OTP':
      case 'SMS_OTP':
        return ask(chosen, request, name, user);
    }
  },
};

/** Asks for a choice or a code, of a name that nobody has like of any other. */
async function ask(
  challenge: 'SELECT_CHALLENGE' | 'EMAIL_OTP' | 'SMS_OTP',
  { pool, client, parameters, clientMetadata }: FlowRequest,
  name: string,
  user: User | undefined,
): Promise<AuthReply> {
  const request = { pool, client, name, validationData: clientMetadata };
  const passwordless = challenge === 'SELECT_CHALLENGE' ? undefined : ('asked' as const);
  const attempt = { pool, client, ...nothingSettled(parameters['DEVICE_KEY']), clientMetadata: {}, passwordless };
  if (user === undefined) {
    await admitNoAccount(request);
    return askChallenge(challenge, { ...attempt, user: simulateUser(pool, name), nobody: name });
  }
  if (!client.preventUserExistenceErrors) requireEnabled(user);
  requireWayIn(pool, user);
  const admitted = await runPreAuthentication(request, user);
  if (admitted === undefined) throw incorrectCredentials();
  return askChallenge(challenge, { ...attempt, user: admitted });
}

/** An unconfirmed user is confirmed by the code, where one can be sent. */
function requireWayIn(pool: Pool, user: User): void {
  const canConfirm = user.status === 'UNCONFIRMED' && availableChallenges(pool.settings, user).length > 0;
  if (!canConfirm) requirePasswordInForce(user);
}

/** The session of ConfirmSignUp stands for the first factor, once; PreAuthentication may still refuse. */
async function signInAfterSignUp(
  { pool, client, parameters, clientMetadata }: FlowRequest,
  name: string,
  session: string,
): Promise<AuthReply> {
  const { username, confirmed } = pool.signUps.open(session, client.id);
  const user = pool.users.find(name);
  if (!confirmed || user?.username !== username) throw new NotAuthorizedException('Invalid session for the user.');
  const admitted = await admitAccount({ pool, client, validationData: clientMetadata }, user);
  if (admitted === undefined) throw incorrectCredentials();
  pool.signUps.spend(session, client.id);
  const settled = nothingSettled(parameters['DEVICE_KEY']);
  return continueSignIn({ pool, client, user: admitted, ...settled, clientMetadata: {} });
}
