import type { ListUsersInGroupResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeUser } from '../describe/user';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { nextTokenOf, pageOf } from '../wire/pagination';
import { required } from '../wire/shape';
import { operation } from './operation';

/** The members of a group, by username (API_ListUsersInGroup). */
export const listUsersInGroup = operation({
  name: 'ListUsersInGroup',
  authorisation: 'signature',
  input: {
    GroupName: required(member.groupName),
    Limit: member.limit,
    NextToken: member.nextToken,
    UserPoolId: required(member.userPoolId),
  },
  run(service, { GroupName, Limit: limit, NextToken: nextToken, UserPoolId }): Wire<ListUsersInGroupResponse> {
    const pool = service.requirePool(UserPoolId);
    const { name } = pool.requireGroup(GroupName);
    const members = pool.users.all().filter(({ groups }) => groups.includes(name));
    const page = pageOf(members, ({ username }) => username, { limit, nextToken });
    return { Users: page.items.map(describeUser), ...nextTokenOf(page) };
  },
});
