import type { AdminGetUserAuthFactorsResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeAuthFactors } from '../describe/auth-factors';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** What any user can sign in with, for an administrator (API_AdminGetUserAuthFactors). */
export const adminGetUserAuthFactors = operation({
  name: 'AdminGetUserAuthFactors',
  authorisation: 'signature',
  input: { UserPoolId: required(member.userPoolId), Username: required(member.username) },
  run(service, { UserPoolId, Username }): Wire<AdminGetUserAuthFactorsResponse> {
    return describeAuthFactors(service.requirePool(UserPoolId).requireUser(Username));
  },
});
