import * as member from '../wire/members';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Revokes everything that a user holds, for an administrator (API_AdminUserGlobalSignOut). */
export const adminUserGlobalSignOut = operation({
  name: 'AdminUserGlobalSignOut',
  authorisation: 'signature',
  input: { UserPoolId: required(member.userPoolId), Username: required(member.username) },
  run(service, { UserPoolId, Username }) {
    const pool = service.requirePool(UserPoolId);
    pool.families.revokeAllOf(pool.requireUser(Username).username);
    return {};
  },
});
