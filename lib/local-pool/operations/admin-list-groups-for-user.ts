import type { AdminListGroupsForUserResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeGroup } from '../describe/group';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { nextTokenOf, pageOf } from '../wire/pagination';
import { required } from '../wire/shape';
import { operation } from './operation';

/** The groups that a user is a member of, by name (API_AdminListGroupsForUser). */
export const adminListGroupsForUser = operation({
  name: 'AdminListGroupsForUser',
  authorisation: 'signature',
  input: {
    Limit: member.limit,
    NextToken: member.nextToken,
    UserPoolId: required(member.userPoolId),
    Username: required(member.username),
  },
  run(service, { Limit: limit, NextToken: nextToken, UserPoolId, Username }): Wire<AdminListGroupsForUserResponse> {
    const pool = service.requirePool(UserPoolId);
    const groups = pool.requireUser(Username).groups.map((name) => pool.requireGroup(name));
    const page = pageOf(groups, ({ name }) => name, { limit, nextToken });
    return { Groups: page.items.map((group) => describeGroup(pool, group)), ...nextTokenOf(page) };
  },
});
