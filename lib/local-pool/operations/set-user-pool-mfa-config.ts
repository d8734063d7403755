import type { SetUserPoolMfaConfigResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeMfa } from '../describe/mfa-configuration';
import { emailMfaObstacle } from '../settings/email-mfa';
import { features } from '../settings/features';
import type { PoolSettings, SmsSettings } from '../settings/pool-settings';
import {
  FeatureUnavailableInTierException,
  InvalidParameterException,
  NotSimulatedException,
} from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { boolean, oneOf, required, string, structure, type Input } from '../wire/shape';
import { operation } from './operation';

const characters = '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*';

const input = {
  EmailMfaConfiguration: structure({
    Message: string({ min: 6, max: 20_000, pattern: `${characters}\\{####\\}${characters}` }),
    Subject: string({ min: 1, max: 140, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+' }),
  }),
  SmsMfaConfiguration: structure({
    SmsAuthenticationMessage: string({ min: 6, max: 140, pattern: '.*\\{####\\}.*' }),
    SmsConfiguration: structure({
      ExternalId: string({ max: 131_072 }),
      SnsCallerArn: required(string({ min: 20, max: 2048 })),
      SnsRegion: string({ min: 5, max: 32 }),
    }),
  }),
  // Refused as a whole where it is given: what is in it does not matter.
  WebAuthnConfiguration: structure({}),
  MfaConfiguration: oneOf('OFF', 'ON', 'OPTIONAL'),
  SoftwareTokenMfaConfiguration: structure({ Enabled: boolean() }),
  UserPoolId: required(member.userPoolId),
} as const;

/**
 * Replaces the MFA of a pool: a factor whose block is left out is turned off, and a mode that is left out is OFF
 * (API_SetUserPoolMfaConfig).
 */
export const setUserPoolMfaConfig = operation({
  name: 'SetUserPoolMfaConfig',
  authorisation: 'signature',
  input,
  run(service, request): Wire<SetUserPoolMfaConfigResponse> {
    const pool = service.requirePool(request.UserPoolId);
    const { SmsMfaConfiguration: sms, SoftwareTokenMfaConfiguration: token, EmailMfaConfiguration: email } = request;
    const mode = request.MfaConfiguration ?? 'OFF';
    if (mode === 'OFF' && [sms, token, email].some((block) => block !== undefined))
      throw new InvalidParameterException(
        "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.",
      );
    if (mode !== 'OFF' && sms === undefined && email === undefined && token?.Enabled !== true)
      throw new InvalidParameterException(
        "Invalid MFA configuration given, can't disable all MFAs with a required or optional configuration.",
      );
    if (request.WebAuthnConfiguration !== undefined) throw new NotSimulatedException(features.passkeys.name);
    const sender = sms === undefined ? pool.settings.sms : requireSmsSender(pool.settings, sms);
    if (email !== undefined) requireEmailMfa(pool.settings);
    pool.settings = {
      ...pool.settings,
      sms: sender,
      mfa: {
        mode,
        factors: [
          ...(sms === undefined ? [] : (['SMS_MFA'] as const)),
          ...(email === undefined ? [] : (['EMAIL_OTP'] as const)),
          ...(token?.Enabled === true ? (['SOFTWARE_TOKEN_MFA'] as const) : []),
        ],
        smsMessage: sms?.SmsAuthenticationMessage,
        emailSubject: email?.Subject,
        emailMessage: email?.Message,
      },
    };
    return describeMfa(pool.settings);
  },
});

/** Codes by text message need a role that sends them: the one given, or the one that the pool has. */
function requireSmsSender(
  { sms: current }: PoolSettings,
  { SmsConfiguration: given }: NonNullable<Input<typeof input>['SmsMfaConfiguration']>,
): SmsSettings {
  if (given !== undefined)
    return { callerArn: given.SnsCallerArn, externalId: given.ExternalId, region: given.SnsRegion };
  if (current !== undefined) return current;
  throw new InvalidParameterException(
    'SMS configuration and Auto verification for phone_number are required when MFA is required/optional',
  );
}

/** Our words: no text of the service is known for these three. */
function requireEmailMfa(settings: PoolSettings): void {
  switch (emailMfaObstacle(settings)) {
    case 'plan':
      throw new FeatureUnavailableInTierException('Email MFA is not available in the Lite tier');
    case 'sender':
      throw new InvalidParameterException('Email MFA requires that the user pool sends email with Amazon SES');
    case 'recovery':
      throw new InvalidParameterException('Email MFA requires a way of account recovery other than email alone');
    case undefined:
  }
}
