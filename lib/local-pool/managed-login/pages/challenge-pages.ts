import type { PageChallenge } from '../interactions';
import type { ChallengePage } from './challenge-page';
import { messageCode, softwareToken } from './code-challenge';
import { mfaSetup } from './mfa-setup';
import { newPassword } from './new-password';
import { selectMfaType } from './select-mfa-type';

/** The page of every challenge. */
export const challengePages: { readonly [Name in PageChallenge]: ChallengePage } = {
  NEW_PASSWORD_REQUIRED: newPassword,
  SOFTWARE_TOKEN_MFA: softwareToken,
  SMS_MFA: messageCode,
  EMAIL_OTP: messageCode,
  SELECT_MFA_TYPE: selectMfaType,
  MFA_SETUP: mfaSetup,
};
