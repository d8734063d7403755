import type { PoolFacts } from './pool-facts';
import type { Step } from './step';
import { answerWithCode } from './steps/answer-with-code';
import { associateInChallenge, associateSoftwareToken } from './steps/associate-software-token';
import { confirmDevice } from './steps/confirm-device';
import { createUser } from './steps/create-user';
import { finishEnrolment } from './steps/finish-enrolment';
import { preferSoftwareToken } from './steps/prefer-software-token';
import { readUserBack } from './steps/read-user-back';
import { refreshIsRefused } from './steps/refresh-is-refused';
import { refreshTokens } from './steps/refresh-tokens';
import { setPassword } from './steps/set-password';
import { signInAgain, signInAgainWithPassword } from './steps/sign-in-again';
import { signInToEnrol, signInWithPassword } from './steps/sign-in-with-password';
import { signOut } from './steps/sign-out';
import { signOutEverywhere } from './steps/sign-out-everywhere';
import { verifyClaims } from './steps/verify-claims';
import { verifyFirstTokens } from './steps/verify-first-tokens';
import { verifyInChallenge, verifySoftwareToken } from './steps/verify-software-token';

export { removeUser as cleanUp } from './steps/remove-user';

/** The user enrols an authenticator after signing in; where the pool has no TOTP, those steps are not applicable. */
const enrolAfterSignIn: readonly Step[] = [
  signInWithPassword,
  verifyFirstTokens,
  associateSoftwareToken,
  verifySoftwareToken,
];

/** The user must enrol an authenticator to get in. */
const enrolToGetIn: readonly Step[] = [
  signInToEnrol,
  associateInChallenge,
  verifyInChallenge,
  finishEnrolment,
  verifyFirstTokens,
];

/** The steps that any user pool with these settings must pass, in order. The clean-up comes after them in any case. */
export function journeyFor({ mfa, softwareTokens }: Pick<PoolFacts, 'mfa' | 'softwareTokens'>): readonly Step[] {
  return [
    createUser,
    setPassword,
    ...(mfa === 'ON' ? enrolToGetIn : enrolAfterSignIn),
    preferSoftwareToken,
    readUserBack,
    signOutEverywhere,
    softwareTokens ? signInAgain : signInAgainWithPassword,
    answerWithCode,
    verifyClaims,
    confirmDevice,
    refreshTokens,
    signOut,
    refreshIsRefused,
  ];
}
