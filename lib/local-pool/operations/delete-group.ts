import * as member from '../wire/members';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Removes a group, and its members from it; one of the same name that is made later starts empty (API_DeleteGroup). */
export const deleteGroup = operation({
  name: 'DeleteGroup',
  authorisation: 'signature',
  input: { GroupName: required(member.groupName), UserPoolId: required(member.userPoolId) },
  run(service, { GroupName, UserPoolId }) {
    const pool = service.requirePool(UserPoolId);
    const { name } = pool.requireGroup(GroupName);
    for (const user of pool.users.all().filter(({ groups }) => groups.includes(name)))
      pool.users.update(user.username, ({ groups }) => ({ groups: groups.filter((each) => each !== name) }));
    pool.settings = { ...pool.settings, groups: pool.settings.groups.filter((group) => group.name !== name) };
    return {};
  },
});
