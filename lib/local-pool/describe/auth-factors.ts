import type { AuthFactorType, GetUserAuthFactorsResponse } from '@aws-sdk/client-cognito-identity-provider';
import { contactIn } from '../messages/destination';
import { mfaFields } from '../mfa/mfa-fields';
import type { User } from '../state/user';
import type { Wire } from '../wire/response';

/**
 * What a user could sign in with, in the order of the service. It says nothing of the pool: on the service an e-mail
 * address and a registered authenticator are listed also where the pool takes no code first and the factor is off.
 */
export function describeAuthFactors(user: User): Wire<GetUserAuthFactorsResponse> {
  const { username, password, attributes, softwareToken } = user;
  const configured: readonly (readonly [AuthFactorType, boolean])[] = [
    ['PASSWORD', password !== undefined],
    ['EMAIL_OTP', contactIn('email', attributes) !== undefined],
    ['SMS_OTP', contactIn('phone_number', attributes) !== undefined],
    ['SOFTWARE_TOKEN', softwareToken !== undefined],
  ];
  return {
    Username: username,
    ConfiguredUserAuthFactors: configured.flatMap(([factor, isConfigured]) => (isConfigured ? [factor] : [])),
    ...mfaFields(user),
  };
}
