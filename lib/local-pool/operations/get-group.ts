import type { GetGroupResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeGroup } from '../describe/group';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** One group (API_GetGroup). */
export const getGroup = operation({
  name: 'GetGroup',
  authorisation: 'signature',
  input: { GroupName: required(member.groupName), UserPoolId: required(member.userPoolId) },
  run(service, { GroupName, UserPoolId }): Wire<GetGroupResponse> {
    const pool = service.requirePool(UserPoolId);
    return { Group: describeGroup(pool, pool.requireGroup(GroupName)) };
  },
});
