import type { PoolFacts } from '../pool-facts';
import type { Step } from '../step';
import { associateInChallenge, associateSoftwareToken } from '../steps/associate-software-token';
import { createUser } from '../steps/create-user';
import { finishEnrolment } from '../steps/finish-enrolment';
import { preferSoftwareToken } from '../steps/prefer-software-token';
import { setPassword } from '../steps/set-password';
import { signInToEnrol, signInWithPassword } from '../steps/sign-in-with-password';
import { verifyFirstTokens } from '../steps/verify-first-tokens';
import { verifyInChallenge, verifySoftwareToken } from '../steps/verify-software-token';

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

/** How a new user comes to an authenticator in such a pool: the beginning of every journey. */
export function enrolment({ mfa }: Pick<PoolFacts, 'mfa'>): readonly Step[] {
  return [createUser, setPassword, ...(mfa === 'ON' ? enrolToGetIn : enrolAfterSignIn), preferSoftwareToken];
}
