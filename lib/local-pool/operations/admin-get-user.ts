import type { AdminGetUserResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeUser } from '../describe/user';
import { mfaFields } from '../mfa/mfa-fields';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Any user with every attribute, for an administrator (API_AdminGetUser). */
export const adminGetUser = operation({
  name: 'AdminGetUser',
  authorisation: 'signature',
  input: { UserPoolId: required(member.userPoolId), Username: required(member.username) },
  run(service, { UserPoolId, Username }): Wire<AdminGetUserResponse> {
    const user = service.requirePool(UserPoolId).requireUser(Username);
    const { Attributes, ...described } = describeUser(user);
    return { ...described, Username: user.username, UserAttributes: Attributes, ...mfaFields(user) };
  },
});
