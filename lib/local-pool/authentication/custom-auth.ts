import { triggerAttributes } from '../state/user-attributes';
import { defineAuthChallenge, type AuthChallengeEvent, type ChallengeResult } from '../triggers/auth-challenge';
import { unrecognizable } from '../triggers/invoke';
import { InvalidParameterException } from '../wire/exceptions';
import { incorrectCredentials } from './first-factor';
import type { Attempt, OfferedChallenge } from './sign-in';

/** A sign-in whose challenges the pool's own triggers define (CUSTOM_AUTH). */
export interface CustomAuth {
  /** What was answered so far, oldest first. */
  readonly session: readonly ChallengeResult[];
}

/** The challenges that the triggers are told of beside their own (developer guide, "Define auth challenge"). */
const recorded: readonly OfferedChallenge[] = [
  'PASSWORD_VERIFIER',
  'SMS_MFA',
  'EMAIL_OTP',
  'SOFTWARE_TOKEN_MFA',
  'DEVICE_SRP_AUTH',
  'DEVICE_PASSWORD_VERIFIER',
];

/** The custom sign-in after a challenge of the service was met. */
export function recordMet(custom: CustomAuth | undefined, challengeName: OfferedChallenge): CustomAuth | undefined {
  return custom !== undefined && recorded.includes(challengeName)
    ? record(custom, { challengeName, challengeResult: true })
    : custom;
}

export function record(custom: CustomAuth, result: ChallengeResult): CustomAuth {
  return { ...custom, session: [...custom.session, result] };
}

/** Whether the triggers asked for the password too; without it there is no second factor and no device. */
export function hasShownPassword({ session }: CustomAuth): boolean {
  return session.some(({ challengeName, challengeResult }) => challengeName === 'PASSWORD_VERIFIER' && challengeResult);
}

/**
 * What DefineAuthChallenge wants next: a challenge, or undefined for tokens.
 * @throws NotAuthorizedException where it fails the sign-in, and whenever a name that nobody has shall get tokens;
 * InvalidParameterException for a pool without the trigger.
 */
export async function nextChallenge(attempt: Attempt, custom: CustomAuth): Promise<OfferedChallenge | undefined> {
  const { pool, client, srp, nobody } = attempt;
  const next = await defineAuthChallenge({ pool, clientId: client.id }, challengeEvent(attempt, custom));
  switch (next?.step) {
    case undefined:
      throw noTrigger();
    case 'fail':
      throw incorrectCredentials();
    case 'issue-tokens':
      if (nobody !== undefined) throw incorrectCredentials();
      return undefined;
    case 'challenge':
      // SRP_A comes with the first request only: the password cannot be asked later.
      if (next.name === 'PASSWORD_VERIFIER' && srp === undefined)
        throw unrecognizable('DefineAuthChallenge asks for PASSWORD_VERIFIER, but this request brought no SRP_A');
      return next.name;
  }
}

/** What the triggers of this sign-in are told. */
export function challengeEvent(
  { client, user, clientMetadata, nobody }: Pick<Attempt, 'client' | 'user' | 'clientMetadata' | 'nobody'>,
  { session }: CustomAuth,
): AuthChallengeEvent {
  return {
    username: nobody ?? user.username,
    attributes: nobody === undefined ? triggerAttributes(user) : {},
    session,
    clientMetadata,
    userNotFound: client.preventUserExistenceErrors ? nobody !== undefined : undefined,
  };
}

/** The service's words for a pool that lacks one of the three triggers. */
export function noTrigger(): InvalidParameterException {
  return new InvalidParameterException('Custom auth lambda trigger is not configured for the user pool.');
}
