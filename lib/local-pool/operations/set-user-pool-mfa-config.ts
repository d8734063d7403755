import type { SetUserPoolMfaConfigResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { ValueObject } from '../../template/value';
import { describeMfa } from '../describe/mfa-configuration';
import { emailMfaObstacle, emailMfaRefusals } from '../settings/email-mfa';
import { propertiesOf } from '../settings/declared-resource';
import { requirePlan } from '../settings/feature-plan';
import { features } from '../settings/features';
import type { MfaSettings, PoolSettings, SmsSettings } from '../settings/pool-settings';
import { requireFirstFactors } from '../settings/read-first-factors';
import { needsSms } from '../settings/read-mfa';
import { InvalidParameterException, NotSimulatedException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { boolean, oneOf, required, string, structure, type Input } from '../wire/shape';
import { smsConfiguration } from '../wire/user-pool-members';
import { operation } from './operation';

const characters = '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*';

const input = {
  EmailMfaConfiguration: structure({
    Message: string({ min: 6, max: 20_000, pattern: `${characters}\\{####\\}${characters}` }),
    Subject: string({ min: 1, max: 140, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+' }),
  }),
  SmsMfaConfiguration: structure({
    SmsAuthenticationMessage: string({ min: 6, max: 140, pattern: '.*\\{####\\}.*' }),
    SmsConfiguration: smsConfiguration,
  }),
  // Refused as a whole where it is given: what is in it does not matter.
  WebAuthnConfiguration: structure({}),
  MfaConfiguration: oneOf('OFF', 'ON', 'OPTIONAL'),
  SoftwareTokenMfaConfiguration: structure({ Enabled: boolean() }),
  UserPoolId: required(member.userPoolId),
} as const;

type Request = Input<typeof input>;

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
    if (request.WebAuthnConfiguration !== undefined) throw new NotSimulatedException(features.passkeys.name);
    const mfa = requestedMfa(request);
    const { settings } = pool;
    const sms = request.SmsMfaConfiguration === undefined ? settings.sms : requireSmsSender(settings, request);
    requirePossibleMfa({ ...settings, mfa, sms });
    pool.settings = { ...settings, sms, mfa, declared: declaredWith(settings, { sms, mfa }) };
    return describeMfa(pool.settings);
  },
});

/** What updates of the pool keep. Passkeys are gone, as the request has none. */
function declaredWith({ declared = {} }: PoolSettings, { sms, mfa }: Pick<PoolSettings, 'sms' | 'mfa'>): ValueObject {
  const { SmsConfiguration, SmsAuthenticationMessage, ...others } = declared;
  const rest = Object.entries(others).filter(([name]) => !name.startsWith('WebAuthn'));
  return propertiesOf({
    ...Object.fromEntries(rest),
    ...(sms !== undefined && { SmsConfiguration: sms }),
    ...(mfa.smsMessage !== undefined && { SmsAuthenticationMessage: mfa.smsMessage }),
  });
}

function requestedMfa(request: Request): MfaSettings {
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
  return {
    mode,
    factors: [
      ...(sms === undefined ? [] : (['SMS_MFA'] as const)),
      ...(email === undefined ? [] : (['EMAIL_OTP'] as const)),
      ...(token?.Enabled === true ? (['SOFTWARE_TOKEN_MFA'] as const) : []),
    ],
    smsMessage: sms?.SmsAuthenticationMessage,
    emailSubject: email?.Subject,
    emailMessage: email?.Message,
  };
}

/** Codes by text message need a role that sends them: the one given, or the one that the pool has. */
function requireSmsSender({ sms: current }: PoolSettings, { SmsMfaConfiguration: given }: Request): SmsSettings {
  const sender = given?.SmsConfiguration ?? current;
  if (sender === undefined) throw new InvalidParameterException(needsSms);
  return sender;
}

/** @throws InvalidParameterException, or FeatureUnavailableInTierException for what the plan leaves out */
function requirePossibleMfa(settings: PoolSettings): void {
  const { mfa, firstFactors } = settings;
  requireFirstFactors({ ...settings, firstFactors: firstFactors.filter((factor) => factor !== 'WEB_AUTHN') });
  // Whatever the pool had, what is left out of the request is SINGLE_FACTOR (cdkd #2064).
  if (mfa.mode === 'ON' && firstFactors.includes('WEB_AUTHN'))
    throw new InvalidParameterException(
      'Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required and WebAuthn is an allowed first ' +
        'auth factor',
    );
  if (!mfa.factors.includes('EMAIL_OTP')) return;
  const obstacle = emailMfaObstacle(settings);
  if (obstacle !== undefined) throw new InvalidParameterException(emailMfaRefusals[obstacle]);
  requirePlan({ ...settings, threatProtection: 'OFF', triggers: {} });
}
