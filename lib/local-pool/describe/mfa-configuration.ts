import type { GetUserPoolMfaConfigResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { PoolSettings, SmsSettings } from '../settings/pool-settings';
import type { Wire } from '../wire/response';

/** The MFA of a pool as GetUserPoolMfaConfig and SetUserPoolMfaConfig answer it: the mode, and only the factors that are on. */
export function describeMfa({ mfa, sms }: Pick<PoolSettings, 'mfa' | 'sms'>): Wire<GetUserPoolMfaConfigResponse> {
  const { mode, factors, smsMessage, emailSubject, emailMessage } = mfa;
  return {
    ...(factors.includes('SMS_MFA') && {
      SmsMfaConfiguration: {
        ...(smsMessage !== undefined && { SmsAuthenticationMessage: smsMessage }),
        ...(sms !== undefined && { SmsConfiguration: describeSms(sms) }),
      },
    }),
    ...(factors.includes('SOFTWARE_TOKEN_MFA') && { SoftwareTokenMfaConfiguration: { Enabled: true } }),
    ...(factors.includes('EMAIL_OTP') && {
      EmailMfaConfiguration: {
        ...(emailMessage !== undefined && { Message: emailMessage }),
        ...(emailSubject !== undefined && { Subject: emailSubject }),
      },
    }),
    MfaConfiguration: mode,
  };
}

/** Where text messages would be sent with; DescribeUserPool shows it too. */
export function describeSms({ callerArn, externalId, region }: SmsSettings) {
  return {
    ...(callerArn !== undefined && { SnsCallerArn: callerArn }),
    ...(externalId !== undefined && { ExternalId: externalId }),
    ...(region !== undefined && { SnsRegion: region }),
  };
}
