import { claimNames } from '../attributes/claim-names';
import { availableChallenges } from '../authentication/available-challenges';
import { confirmUser } from '../authentication/confirm-user';
import { requireParameter } from '../authentication/parameters';
import type { Attempt, Settled, SignIn } from '../authentication/sign-in';
import { equalSecrets } from '../constant-time';
import { attributeOf, contactIn, verifiedFlag, type Destination } from '../messages/destination';
import { maskDestination } from '../messages/mask-destination';
import { sendMessage } from '../messages/send-message';
import { simulatedContact } from '../messages/simulated-delivery';
import { addFactor } from '../mfa/message-factors';
import { digits } from '../randomness';
import { CodeMismatchException, InvalidParameterException } from '../wire/exceptions';
import type { Offer, Responses } from './challenge';

type CodeChallenge = 'SMS_MFA' | 'EMAIL_OTP' | 'SMS_OTP';

const contacts = { SMS_MFA: 'phone_number', EMAIL_OTP: 'email', SMS_OTP: 'phone_number' } as const;

const codeLength = 6;
/** Observed on the service: e-mail codes in the place of a password are longer. */
const passwordlessEmailCodeLength = 8;

/**
 * Sends the code of a challenge. It belongs to the session: another sign-in has another code, and both end with their
 * sessions (developer guide, "SMS and email message MFA"). Somebody who is not there is told the same and sent nothing.
 * @throws InvalidParameterException for a user without the contact, or what a trigger's failure means.
 */
export async function offerMessageCode(attempt: Attempt, challenge: CodeChallenge): Promise<Offer> {
  const { pool, client, user, clientMetadata, nobody, passwordless = false } = attempt;
  const to = destinationOf(attempt, challenge);
  const isLong = passwordless && challenge === 'EMAIL_OTP';
  const code = pool.randomness.text(isLong ? passwordlessEmailCodeLength : codeLength, digits);
  const letter = { pool, clientId: client.id, kind: 'Authentication', user, to, clientMetadata } as const;
  if (nobody === undefined) await sendMessage(letter, () => code);
  return {
    parameters: {
      CODE_DELIVERY_DELIVERY_MEDIUM: to.medium,
      CODE_DELIVERY_DESTINATION: maskDestination(to),
      USER_ID_FOR_SRP: user.username,
    },
    memory: { messageCode: { code, to } },
    ...(passwordless && {
      availableChallenges: availableChallenges(pool.settings, nobody === undefined ? user : undefined),
    }),
  };
}

/**
 * Holds an answer against the code of its session; a right one proves that the user receives what is sent there. In the
 * place of a password it also confirms a user who was not yet.
 * @throws CodeMismatchException for a wrong one, which may be tried again in the same session.
 */
export function respondWithMessageCode(
  attempt: Attempt,
  responses: Responses,
  { memory: { messageCode: sent } }: SignIn,
  responseName: `${CodeChallenge}_CODE`,
): Partial<Settled> | Promise<Partial<Settled>> {
  const { pool, client, user, nobody, passwordless, clientMetadata } = attempt;
  const given = requireParameter(responses, responseName);
  if (sent === undefined || !equalSecrets(sent.code, given) || nobody !== undefined)
    throw new CodeMismatchException('Invalid code or auth state for the user.');
  recordProof(attempt, sent.to);
  const settled = { secondFactorShown: true, proposedEmail: undefined };
  if (passwordless !== true || user.status !== 'UNCONFIRMED') return settled;
  return confirmUser(pool, client.id, user, {}, clientMetadata).then(() => settled);
}

function recordProof({ pool, user, proposedEmail }: Attempt, to: Destination): void {
  const proven = { [attributeOf(to)]: to.address, ...verifiedFlag(to) };
  claimNames(pool, user.username, { ...user.attributes, ...proven });
  pool.users.update(user.username, ({ attributes, mfa }) => {
    if (proposedEmail !== undefined)
      return {
        attributes: { ...attributes, ...proven },
        mfa: { ...mfa, enabled: addFactor(mfa.enabled, 'EMAIL_OTP') },
      };
    // An address that was changed meanwhile is not the one that this code went to.
    return attributes[attributeOf(to)] === to.address ? { attributes: { ...attributes, ...proven } } : {};
  });
}

function destinationOf({ pool, user, proposedEmail, nobody }: Attempt, challenge: CodeChallenge): Destination {
  if (nobody !== undefined) return simulatedContact(pool, nobody, challenge === 'EMAIL_OTP' ? 'EMAIL' : 'SMS');
  if (proposedEmail !== undefined) return { medium: 'EMAIL', address: proposedEmail };
  const to = contactIn(contacts[challenge], user.attributes);
  if (to === undefined) throw new InvalidParameterException(`User does not have delivery config set for ${challenge}`);
  return to;
}
