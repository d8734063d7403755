import { availableChallenges } from '../authentication/available-challenges';
import type { Attempt } from '../authentication/sign-in';
import { contactIn, type Destination } from '../messages/destination';
import { maskDestination } from '../messages/mask-destination';
import { sendMessage } from '../messages/send-message';
import { simulatedContact } from '../messages/simulated-delivery';
import { digits } from '../randomness';
import { InvalidParameterException } from '../wire/exceptions';
import type { Offer } from './challenge';

/** The challenges whose answer is a code that a message brought. */
export type CodeChallenge = 'SMS_MFA' | 'EMAIL_OTP' | 'SMS_OTP';

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
  const { pool, client, user, clientMetadata, nobody } = attempt;
  const passwordless = attempt.passwordless === 'asked';
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

function destinationOf({ pool, user, proposedEmail, nobody }: Attempt, challenge: CodeChallenge): Destination {
  if (nobody !== undefined) return simulatedContact(pool, nobody, challenge === 'EMAIL_OTP' ? 'EMAIL' : 'SMS');
  if (proposedEmail !== undefined) return { medium: 'EMAIL', address: proposedEmail };
  const to = contactIn(contacts[challenge], user.attributes);
  if (to === undefined) throw new InvalidParameterException(`User does not have delivery config set for ${challenge}`);
  return to;
}
