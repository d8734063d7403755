import type { ListGroupsResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeGroup } from '../describe/group';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { nextTokenOf, pageOf } from '../wire/pagination';
import { required } from '../wire/shape';
import { operation } from './operation';

/** The groups of a pool, by name (API_ListGroups). */
export const listGroups = operation({
  name: 'ListGroups',
  authorisation: 'signature',
  input: { Limit: member.limit, NextToken: member.nextToken, UserPoolId: required(member.userPoolId) },
  run(service, { Limit: limit, NextToken: nextToken, UserPoolId }): Wire<ListGroupsResponse> {
    const pool = service.requirePool(UserPoolId);
    const page = pageOf(pool.settings.groups, ({ name }) => name, { limit, nextToken });
    return { Groups: page.items.map((group) => describeGroup(pool, group)), ...nextTokenOf(page) };
  },
});
