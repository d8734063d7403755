import { anyPasswordClient } from '../choose-client';
import type { Step } from '../step';
import { answerWithCode } from '../steps/answer-with-code';
import { confirmDevice } from '../steps/confirm-device';
import { refreshIsRefused } from '../steps/refresh-is-refused';
import { refreshTokens } from '../steps/refresh-tokens';
import { signInAgain, signInAgainWithPassword } from '../steps/sign-in-again';
import { signOut } from '../steps/sign-out';
import { signOutEverywhere } from '../steps/sign-out-everywhere';
import { verifyClaims } from '../steps/verify-claims';
import type { TargetFacts } from '../target-facts';
import { enrolment, newUser } from './enrolment';
import { noWayIn } from './getting-in';
import type { Journey } from './journey';

function steps({ pool }: TargetFacts): readonly Step[] {
  return [
    ...newUser,
    ...enrolment(pool),
    signOutEverywhere,
    pool.softwareTokens ? signInAgain : signInAgainWithPassword,
    answerWithCode,
    verifyClaims,
    confirmDevice,
    refreshTokens,
    signOut,
    refreshIsRefused,
  ];
}

export const enrolAfterSignIn: Journey = {
  name: 'J7',
  what: 'A user enrols TOTP after signing in',
  client: anyPasswordClient,
  needs: 'a pool that lets a user in without a second factor (MfaConfiguration OPTIONAL or OFF)',
  unsuitable: ({ pool }) => (pool.mfa === 'ON' ? 'MFA is required in this pool (MfaConfiguration ON).' : undefined),
  steps,
};

export const enrolToGetIn: Journey = {
  name: 'J8',
  what: 'A user must enrol TOTP to get in',
  client: anyPasswordClient,
  needs: 'a pool where MFA is required, TOTP among the factors (MfaConfiguration ON)',
  unsuitable: ({ pool }) =>
    pool.mfa === 'ON' ? noWayIn(pool) : `MFA is not required in this pool (MfaConfiguration ${pool.mfa}).`,
  steps,
};
