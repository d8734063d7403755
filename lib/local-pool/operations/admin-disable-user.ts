import type { AdminDisableUserResponse } from '@aws-sdk/client-cognito-identity-provider';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Shuts a user out: no sign-in, and every token is revoked (API_AdminDisableUser). */
export const adminDisableUser = operation({
  name: 'AdminDisableUser',
  authorisation: 'signature',
  input: { UserPoolId: required(member.userPoolId), Username: required(member.username) },
  run(service, { UserPoolId, Username }): Wire<AdminDisableUserResponse> {
    const pool = service.requirePool(UserPoolId);
    const { username } = pool.requireUser(Username);
    pool.users.update(username, { enabled: false });
    pool.families.revokeAllOf(username);
    return {};
  },
});
