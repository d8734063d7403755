import * as member from '../wire/members';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Makes a user a member of a group; one who is stays one (API_AdminAddUserToGroup). */
export const adminAddUserToGroup = operation({
  name: 'AdminAddUserToGroup',
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
      groups: groups.includes(name) ? groups : [...groups, name],
    }));
    return {};
  },
});
