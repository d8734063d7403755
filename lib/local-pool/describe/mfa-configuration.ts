import type {
  GetUserPoolMfaConfigResponse,
  WebAuthnConfigurationType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { PoolSettings } from '../settings/pool-settings';
import type { Wire } from '../wire/response';

/** The MFA of a pool as GetUserPoolMfaConfig and SetUserPoolMfaConfig answer it: the mode, and only the factors that are on. */
export function describeMfa(
  settings: Pick<PoolSettings, 'mfa' | 'sms' | 'declared'>,
): Wire<GetUserPoolMfaConfigResponse> {
  const { mode, factors, smsMessage, emailSubject, emailMessage } = settings.mfa;
  const passkeys = passkeysOf(settings);
  return {
    ...(factors.includes('SMS_MFA') && {
      SmsMfaConfiguration: {
        ...(smsMessage !== undefined && { SmsAuthenticationMessage: smsMessage }),
        ...(settings.sms !== undefined && { SmsConfiguration: settings.sms }),
      },
    }),
    ...(factors.includes('SOFTWARE_TOKEN_MFA') && { SoftwareTokenMfaConfiguration: { Enabled: true } }),
    ...(factors.includes('EMAIL_OTP') && {
      EmailMfaConfiguration: {
        ...(emailMessage !== undefined && { Message: emailMessage }),
        ...(emailSubject !== undefined && { Subject: emailSubject }),
      },
    }),
    ...(passkeys !== undefined && { WebAuthnConfiguration: passkeys }),
    MfaConfiguration: mode,
  };
}

/** Passkeys as a template declares them, told again. */
function passkeysOf({ declared = {} }: Pick<PoolSettings, 'declared'>): Wire<WebAuthnConfigurationType> | undefined {
  const {
    WebAuthnRelyingPartyID: RelyingPartyId,
    WebAuthnUserVerification: UserVerification,
    WebAuthnFactorConfiguration: FactorConfiguration,
  } = declared;
  const told = Object.entries({ RelyingPartyId, UserVerification, FactorConfiguration });
  const known = told.filter(([, value]) => value !== undefined);
  return known.length === 0 ? undefined : Object.fromEntries(known);
}
