import type { GetUserPoolMfaConfigResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeMfa } from '../describe/mfa-configuration';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Whether the pool asks for a second factor, and which ones it has (API_GetUserPoolMfaConfig). */
export const getUserPoolMfaConfig = operation({
  name: 'GetUserPoolMfaConfig',
  authorisation: 'signature',
  input: { UserPoolId: required(member.userPoolId) },
  run(service, { UserPoolId }): Wire<GetUserPoolMfaConfigResponse> {
    return describeMfa(service.requirePool(UserPoolId).settings);
  },
});
