import { removeUser } from '../state/remove-user';
import * as member from '../wire/members';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Deletes any user; the username can be used again (API_AdminDeleteUser). */
export const adminDeleteUser = operation({
  name: 'AdminDeleteUser',
  authorisation: 'signature',
  input: { UserPoolId: required(member.userPoolId), Username: required(member.username) },
  run(service, { UserPoolId, Username }) {
    const pool = service.requirePool(UserPoolId);
    removeUser(pool, pool.requireUser(Username));
    return {};
  },
});
