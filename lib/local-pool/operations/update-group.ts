import type { UpdateGroupResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeGroup } from '../describe/group';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Changes what the request names about a group; the members stay (API_UpdateGroup). */
export const updateGroup = operation({
  name: 'UpdateGroup',
  authorisation: 'signature',
  input: { ...member.group, GroupName: required(member.groupName), UserPoolId: required(member.userPoolId) },
  run(service, { GroupName, UserPoolId, ...request }): Wire<UpdateGroupResponse> {
    const pool = service.requirePool(UserPoolId);
    const group = pool.requireGroup(GroupName);
    const changed = {
      ...group,
      description: request.Description ?? group.description,
      precedence: request.Precedence ?? group.precedence,
      roleArn: request.RoleArn ?? group.roleArn,
      modified: pool.clock.now(),
    };
    const groups = pool.settings.groups.map((each) => (each.name === GroupName ? changed : each));
    pool.settings = { ...pool.settings, groups };
    return { Group: describeGroup(pool, changed) };
  },
});
