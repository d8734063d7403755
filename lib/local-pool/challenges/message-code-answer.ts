import { claimNames } from '../attributes/claim-names';
import { requireEnabled } from '../authentication/account-state';
import { confirmUser } from '../authentication/confirm-user';
import { decideSecondFactor, isStillAsked } from '../authentication/mfa-decision';
import { requireParameter } from '../authentication/parameters';
import { presentedDevice } from '../authentication/presented-device';
import type { Attempt, Settled, SignIn } from '../authentication/sign-in';
import { equalSecrets } from '../constant-time';
import { attributeOf, contactIn, verifiedFlag, type Destination } from '../messages/destination';
import { addFactor } from '../mfa/message-factors';
import { CodeMismatchException } from '../wire/exceptions';
import type { Responses } from './challenge';
import type { CodeChallenge } from './message-code';

/**
 * Holds an answer against the code of its session; a right one proves that the user receives what is sent there. In the
 * place of a password it also confirms a user who was not yet.
 * @throws CodeMismatchException for a wrong one, which may be tried again in the same session, and for one that went to
 * an address or stands for a factor that is the user's no more. Only who has the right one is told of the account's state.
 */
export function respondWithMessageCode(
  attempt: Attempt,
  responses: Responses,
  { memory: { messageCode: sent } }: SignIn,
  challenge: CodeChallenge,
): Partial<Settled> | Promise<Partial<Settled>> {
  const { pool, client, user, nobody, passwordless, clientMetadata } = attempt;
  const given = requireParameter(responses, `${challenge}_CODE`);
  if (sent === undefined || !equalSecrets(sent.code, given) || nobody !== undefined) throw mismatch();
  if (!isStillTheirs(attempt, challenge, sent.to)) throw mismatch();
  if (passwordless !== 'asked') {
    recordProof(attempt, sent.to);
    return { secondFactorShown: true, proposedEmail: undefined };
  }
  requireEnabled(user);
  presentedDevice(attempt);
  recordProof(attempt, sent.to);
  if (user.status !== 'UNCONFIRMED') return { passwordless: 'shown' };
  return confirmUser(pool, client.id, user, {}, clientMetadata).then(() => ({ passwordless: 'shown' }));
}

/** Whether the contact that a code went to, and the factor that it stands for, are what they were when it was sent. */
function isStillTheirs({ pool, user, ...attempt }: Attempt, challenge: CodeChallenge, to: Destination): boolean {
  if (attempt.proposedEmail !== undefined) return decideSecondFactor(pool.settings, user).ask === 'MFA_SETUP';
  if (contactIn(attributeOf(to), user.attributes)?.address !== to.address) return false;
  return challenge === 'SMS_OTP' || attempt.passwordless === 'asked' || isStillAsked(pool.settings, user, challenge);
}

function recordProof({ pool, user, proposedEmail }: Attempt, to: Destination): void {
  const proven = { [attributeOf(to)]: to.address, ...verifiedFlag(to) };
  claimNames(pool, user.username, { ...user.attributes, ...proven });
  pool.users.update(user.username, ({ attributes, mfa }) => ({
    attributes: { ...attributes, ...proven },
    ...(proposedEmail !== undefined && { mfa: { ...mfa, enabled: addFactor(mfa.enabled, 'EMAIL_OTP') } }),
  }));
}

function mismatch(): CodeMismatchException {
  return new CodeMismatchException('Invalid code or auth state for the user.');
}
