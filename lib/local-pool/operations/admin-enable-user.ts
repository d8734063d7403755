import type { AdminEnableUserResponse } from '@aws-sdk/client-cognito-identity-provider';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Lets a disabled user sign in again; revoked tokens stay revoked (API_AdminEnableUser). */
export const adminEnableUser = operation({
  name: 'AdminEnableUser',
  authorisation: 'signature',
  input: { UserPoolId: required(member.userPoolId), Username: required(member.username) },
  run(service, { UserPoolId, Username }): Wire<AdminEnableUserResponse> {
    const pool = service.requirePool(UserPoolId);
    pool.users.update(pool.requireUser(Username).username, { enabled: true });
    return {};
  },
});
