import type { GetUserPoolSessionConfigurationResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeSessionTracking } from '../describe/session-configuration';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Whether the pool tracks sessions, and how many a user may have (API_GetUserPoolSessionConfiguration). */
export const getUserPoolSessionConfiguration = operation({
  name: 'GetUserPoolSessionConfiguration',
  authorisation: 'signature',
  input: { UserPoolId: required(member.userPoolId) },
  run(service, { UserPoolId }): Wire<GetUserPoolSessionConfigurationResponse> {
    return describeSessionTracking(service.requirePool(UserPoolId));
  },
});
