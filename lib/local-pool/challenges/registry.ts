import type { OfferedChallenge } from '../authentication/sign-in';
import type { Challenge } from './challenge';
import { customChallenge } from './custom-challenge';
import { devicePasswordVerifier } from './device-password-verifier';
import { deviceSrpAuth } from './device-srp-auth';
import { emailOtp } from './email-otp';
import { mfaSetup } from './mfa-setup';
import { newPasswordRequired } from './new-password-required';
import { passwordVerifier } from './password-verifier';
import { selectChallenge } from './select-challenge';
import { selectMfaType } from './select-mfa-type';
import { smsMfa } from './sms-mfa';
import { smsOtp } from './sms-otp';
import { softwareTokenMfa } from './software-token-mfa';

/** Every challenge of this pool; adding one is adding a file and a line. */
export const challenges: { readonly [Name in OfferedChallenge]: Challenge } = {
  NEW_PASSWORD_REQUIRED: newPasswordRequired,
  SOFTWARE_TOKEN_MFA: softwareTokenMfa,
  SMS_MFA: smsMfa,
  EMAIL_OTP: emailOtp,
  SELECT_MFA_TYPE: selectMfaType,
  CUSTOM_CHALLENGE: customChallenge,
  SELECT_CHALLENGE: selectChallenge,
  SMS_OTP: smsOtp,
  MFA_SETUP: mfaSetup,
  PASSWORD_VERIFIER: passwordVerifier,
  DEVICE_SRP_AUTH: deviceSrpAuth,
  DEVICE_PASSWORD_VERIFIER: devicePasswordVerifier,
};
