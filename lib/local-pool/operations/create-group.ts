import type { CreateGroupResponse } from '@aws-sdk/client-cognito-identity-provider';
import { requireFreeCapacity } from '../state/quotas';
import { describeGroup } from '../describe/group';
import { GroupExistsException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** A group without members (API_CreateGroup). */
export const createGroup = operation({
  name: 'CreateGroup',
  authorisation: 'signature',
  input: { ...member.group, GroupName: required(member.groupName), UserPoolId: required(member.userPoolId) },
  run(service, { GroupName, UserPoolId, ...request }): Wire<CreateGroupResponse> {
    const pool = service.requirePool(UserPoolId);
    const { settings } = pool;
    if (settings.groups.some(({ name }) => name === GroupName))
      throw new GroupExistsException('A group with the name already exists.');
    requireFreeCapacity('groups', settings.groups.length);
    const now = pool.clock.now();
    const group = {
      name: GroupName,
      description: request.Description,
      precedence: request.Precedence,
      roleArn: request.RoleArn,
      created: now,
      modified: now,
    };
    pool.settings = { ...settings, groups: [...settings.groups, group] };
    return { Group: describeGroup(pool, group) };
  },
});
