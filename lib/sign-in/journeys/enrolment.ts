import type { PoolFacts } from '../pool-facts';
import type { Step } from '../step';
import { associateInChallenge, associateSoftwareToken } from '../steps/associate-software-token';
import { createUser } from '../steps/create-user';
import { finishEnrolment } from '../steps/finish-enrolment';
import { preferSoftwareToken } from '../steps/prefer-software-token';
import { readUserBack } from '../steps/read-user-back';
import { setPassword } from '../steps/set-password';
import { signInToEnrol, signInWithPassword } from '../steps/sign-in-with-password';
import { verifyFirstTokens } from '../steps/verify-first-tokens';
import { verifyInChallenge, verifySoftwareToken } from '../steps/verify-software-token';

/** A user whom an administrator makes: no message is sent. */
export const newUser: readonly Step[] = [createUser, setPassword];

/** From the MFA_SETUP challenge to tokens. */
export const enrolInChallenge: readonly Step[] = [
  associateInChallenge,
  verifyInChallenge,
  finishEnrolment,
  verifyFirstTokens,
];

/** The user enrols an authenticator after signing in; where the pool has no TOTP, those steps are not applicable. */
const enrolAfterSignIn: readonly Step[] = [
  signInWithPassword,
  verifyFirstTokens,
  associateSoftwareToken,
  verifySoftwareToken,
];

/** The user must enrol an authenticator to get in. */
const enrolToGetIn: readonly Step[] = [signInToEnrol, ...enrolInChallenge];

/** How a user without an authenticator comes to one in such a pool, and makes it the preferred factor. */
export function enrolment({ mfa }: Pick<PoolFacts, 'mfa'>): readonly Step[] {
  return [...(mfa === 'ON' ? enrolToGetIn : enrolAfterSignIn), preferSoftwareToken, readUserBack];
}
