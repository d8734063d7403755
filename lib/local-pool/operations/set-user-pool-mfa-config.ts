import type { SetUserPoolMfaConfigResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeMfa } from '../describe/mfa-configuration';
import { features } from '../settings/features';
import { InvalidParameterException, NotSimulatedException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { boolean, oneOf, required, structure } from '../wire/shape';
import { operation } from './operation';

/**
 * Replaces the MFA of a pool: a factor whose block is left out is turned off, and a mode that is left out is OFF
 * (API_SetUserPoolMfaConfig).
 */
export const setUserPoolMfaConfig = operation({
  name: 'SetUserPoolMfaConfig',
  authorisation: 'signature',
  input: {
    // Refused as a whole where they are given: what is in them does not matter.
    EmailMfaConfiguration: structure({}),
    SmsMfaConfiguration: structure({}),
    WebAuthnConfiguration: structure({}),
    MfaConfiguration: oneOf('OFF', 'ON', 'OPTIONAL'),
    SoftwareTokenMfaConfiguration: structure({ Enabled: boolean() }),
    UserPoolId: required(member.userPoolId),
  },
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
    if (sms !== undefined) throw new NotSimulatedException(features.sms.name);
    if (email !== undefined) throw new NotSimulatedException(features.emailMfa.name);
    if (request.WebAuthnConfiguration !== undefined) throw new NotSimulatedException(features.passkeys.name);
    pool.mfa = { mode, factors: token?.Enabled === true ? ['SOFTWARE_TOKEN_MFA'] : [] };
    return describeMfa(pool.mfa);
  },
});
