import type { DefineAuthChallengeTriggerEvent } from 'aws-lambda';
import type { Settings } from './environment';

type Request = DefineAuthChallengeTriggerEvent['request'];

/** A challenge that was answered, of the service or of CreateAuthChallenge; the published types know fewer names. */
export interface Answered {
  readonly challengeName: string;
  readonly challengeResult: boolean;
}

export type Step =
  | { readonly kind: 'challenge'; readonly name: 'PASSWORD_VERIFIER' | 'CUSTOM_CHALLENGE' }
  | { readonly kind: 'issue-tokens' | 'fail' };

const fail: Step = { kind: 'fail' };
const askForPassword: Step = { kind: 'challenge', name: 'PASSWORD_VERIFIER' };
const askForCode: Step = { kind: 'challenge', name: 'CUSTOM_CHALLENGE' };

/** What the service asks by itself once the password was right: second factors, devices, a new password. */
const afterPassword = [
  'PASSWORD_VERIFIER',
  'SMS_MFA',
  'EMAIL_OTP',
  'SOFTWARE_TOKEN_MFA',
  'NEW_PASSWORD_REQUIRED',
  'DEVICE_SRP_AUTH',
  'DEVICE_PASSWORD_VERIFIER',
];

/**
 * What comes next in a sign-in: the password first where it is required or the app begins with it (SRP_A), then a code
 * by e-mail, then tokens. Whatever is not one of these ways fails: tokens need a right code as the last answer.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-define-auth-challenge.html
 */
export function decide(
  { session, userNotFound }: Pick<Request, 'userNotFound'> & { readonly session: readonly Answered[] },
  { maximumAttempts, password }: Settings,
): Step {
  const last = session.at(-1);
  if (session.some((each) => !isCode(each) && !each.challengeResult)) return fail;
  const shownPassword = session.some(({ challengeName }) => challengeName === 'PASSWORD_VERIFIER');
  const mayAskForCode = shownPassword || (password === 'not-asked' && session.every(isCode));
  if (last?.challengeName === 'SRP_A' && session.length === 1) return askForPassword;
  if (!mayAskForCode) return fail;
  if (last === undefined || afterPassword.includes(last.challengeName)) return askForCode;
  if (!isCode(last)) return fail;
  if (last.challengeResult) return userNotFound === true ? fail : { kind: 'issue-tokens' };
  return session.filter((each) => !each.challengeResult).length < maximumAttempts ? askForCode : fail;
}

function isCode({ challengeName }: Answered): boolean {
  return challengeName === 'CUSTOM_CHALLENGE';
}
