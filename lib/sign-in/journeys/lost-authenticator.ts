import { anyPasswordClient } from '../choose-client';
import { answerWithCode } from '../steps/answer-with-code';
import { lostCodeIsRefused, takeAuthenticatorAway } from '../steps/lose-authenticator';
import { noSoftwareTokens } from '../steps/no-software-tokens';
import { signInAgain } from '../steps/sign-in-again';
import { verifyClaims } from '../steps/verify-claims';
import { enrolment, newUser } from './enrolment';
import type { Journey } from './journey';

export const lostAuthenticator: Journey = {
  name: 'J11',
  what: 'A user has lost the authenticator and enrols another',
  client: anyPasswordClient,
  needs: 'a pool with TOTP where an administrator can switch it off for a user (MfaConfiguration OPTIONAL)',
  unsuitable: ({ pool }) =>
    pool.mfa === 'ON'
      ? 'MFA is required in this pool (MfaConfiguration ON): no factor can be switched off for a user.'
      : noSoftwareTokens({ pool }),

  steps: ({ pool }) => [
    ...newUser,
    ...enrolment(pool),
    takeAuthenticatorAway,
    ...enrolment(pool),
    signInAgain,
    lostCodeIsRefused,
    answerWithCode,
    verifyClaims,
  ],
};
