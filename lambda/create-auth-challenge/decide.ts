import type { CreateAuthChallengeTriggerEvent } from 'aws-lambda';
import { codeOf, metadataOf, privateParametersOf, type ChallengeCode } from '../challenge-code';
import type { Email } from '../send-email';
import type { Settings } from './environment';
import { writeEmail } from './write-email';

type Request = CreateAuthChallengeTriggerEvent['request'];

/** What a decision depends on beside the event. */
export interface Surroundings {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Six digits that nobody can guess. */
  readonly newCode: () => string;
}

export interface Challenge {
  readonly response: CreateAuthChallengeTriggerEvent['response'];
  /** Undefined where the code of the try before still counts. */
  readonly email: Email | undefined;
}

/**
 * A mailbox of the SES simulator: a sign-in of nobody takes as long as that of a user, so that time does not tell who has
 * an account.
 *
 * @see https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html
 */
export const nobody = 'success@simulator.amazonses.com';

/**
 * The code of a sign-in, and the e-mail that brings it. After a wrong answer the same code is asked for again while it
 * counts; then there is another one. What the app is shown depends on nothing of the user. Only a verified address gets
 * codes: the owner of any other is not known.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-create-auth-challenge.html
 */
export function decide(
  request: Pick<Request, 'session' | 'userAttributes' | 'userNotFound'>,
  settings: Pick<Settings, 'productName' | 'codeMinutes'>,
  { now, newCode }: Surroundings,
): Challenge {
  const sent = codeOf(request.session.at(-1)?.challengeMetadata ?? '');
  if (sent !== undefined && now < sent.expires) return { response: responseFor(sent), email: undefined };
  const code = { code: newCode(), expires: now + settings.codeMinutes * 60_000 };
  return { response: responseFor(code), email: emailWith(code, request, settings) };
}

function responseFor(code: ChallengeCode): Challenge['response'] {
  return {
    publicChallengeParameters: { medium: 'EMAIL', digits: String(code.code.length) },
    privateChallengeParameters: privateParametersOf(code),
    challengeMetadata: metadataOf(code),
  };
}

function emailWith(
  { code }: ChallengeCode,
  { userAttributes, userNotFound }: Pick<Request, 'userAttributes' | 'userNotFound'>,
  { productName: product, codeMinutes: minutes }: Pick<Settings, 'productName' | 'codeMinutes'>,
): Email {
  const { email, email_verified: verified, locale } = userNotFound === true ? {} : userAttributes;
  const reachable = email !== undefined && verified === 'true';
  return { to: reachable ? email : nobody, ...writeEmail(locale, { product, code, minutes }) };
}
