import type { VerifyAuthChallengeResponseTriggerEvent } from 'aws-lambda';
import { createHash, timingSafeEqual } from 'node:crypto';
import { codeIn } from '../challenge-code';

type Request = VerifyAuthChallengeResponseTriggerEvent['request'];

/**
 * Whether an answer is the code that was sent, in time. The comparison takes as long for a right answer as for a wrong
 * one, of whatever length. Nobody has no right answer.
 *
 * @param now milliseconds since 1970
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-verify-auth-challenge-response.html
 */
export function decide(
  {
    privateChallengeParameters,
    challengeAnswer,
    userNotFound,
  }: Pick<Request, 'privateChallengeParameters' | 'challengeAnswer' | 'userNotFound'>,
  now: number,
): boolean {
  const sent = codeIn(privateChallengeParameters);
  if (sent === undefined) return false;
  const right = timingSafeEqual(digestOf(challengeAnswer.trim()), digestOf(sent.code));
  return right && now < sent.expires && userNotFound !== true;
}

/** Of one length for every text. */
function digestOf(text: string): Uint8Array {
  return createHash('sha256').update(text).digest();
}
