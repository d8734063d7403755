import type { AdminSetUserPasswordResponse } from '@aws-sdk/client-cognito-identity-provider';
import { replacePassword } from '../passwords/set-password';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { boolean, required } from '../wire/shape';
import { operation } from './operation';

/** Sets any user's password: a permanent one confirms the user, a temporary one must be changed (API_AdminSetUserPassword). */
export const adminSetUserPassword = operation({
  name: 'AdminSetUserPassword',
  authorisation: 'signature',
  input: {
    Password: required(member.password),
    Permanent: boolean(),
    UserPoolId: required(member.userPoolId),
    Username: required(member.username),
  },
  run(service, { Password, Permanent = false, UserPoolId, Username }): Wire<AdminSetUserPasswordResponse> {
    const pool = service.requirePool(UserPoolId);
    const user = pool.requireUser(Username);
    pool.users.update(user.username, {
      ...replacePassword(pool, user, Password, { temporary: !Permanent }),
      status: Permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD',
    });
    return {};
  },
});
