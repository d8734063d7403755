import { z } from 'zod';
import { reason } from './protection';

/** The second factors that can be declared; the names are those of EnabledMfas. */
export const mfaFactor = z
  .enum(['SOFTWARE_TOKEN_MFA', 'SMS_MFA', 'EMAIL_OTP'])
  .describe('SOFTWARE_TOKEN_MFA: TOTP codes of an authenticator app; SMS_MFA and EMAIL_OTP: codes by message.');

const factors = z
  .array(mfaFactor)
  .min(1)
  .describe('The second factors on offer. Once SMS_MFA is deployed, only mode "off" takes it away again.');

export const mfa = z
  .discriminatedUnion('mode', [
    z.strictObject({ mode: z.literal('off').describe('The password is the only factor; say why.'), reason }),
    z.strictObject({ mode: z.literal('optional').describe('Each user decides.'), factors }),
    z.strictObject({ mode: z.literal('required').describe('Nobody signs in without a second factor.'), factors }),
  ])
  .describe('Multi-factor authentication (MfaConfiguration, EnabledMfas).');
