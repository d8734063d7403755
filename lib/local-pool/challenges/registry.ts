import type { OfferedChallenge } from '../authentication/sign-in';
import type { Challenge } from './challenge';
import { mfaSetup } from './mfa-setup';
import { newPasswordRequired } from './new-password-required';
import { softwareTokenMfa } from './software-token-mfa';

/** Every challenge of this pool; adding one is adding a file and a line. */
export const challenges: { readonly [Name in OfferedChallenge]: Challenge } = {
  NEW_PASSWORD_REQUIRED: newPasswordRequired,
  SOFTWARE_TOKEN_MFA: softwareTokenMfa,
  MFA_SETUP: mfaSetup,
};
