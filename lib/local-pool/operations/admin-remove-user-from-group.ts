import * as member from '../wire/members';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Ends a user's membership of a group; one who is no member stays none (API_AdminRemoveUserFromGroup). */
export const adminRemoveUserFromGroup = operation({
  name: 'AdminRemoveUserFromGroup',
  authorisation: 'signature',
  input: {
    GroupName: required(member.groupName),
    UserPoolId: required(member.userPoolId),
    Username: required(member.username),
  },
  run(service, { GroupName, UserPoolId, Username }) {
    const pool = service.requirePool(UserPoolId);
    const { name } = pool.requireGroup(GroupName);
    pool.users.update(pool.requireUser(Username).username, ({ groups }) => ({
      groups: groups.filter((group) => group !== name),
    }));
    return {};
  },
});
