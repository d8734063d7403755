import type { ListUserPoolsResponse } from '@aws-sdk/client-cognito-identity-provider';
import { summarizeUserPool } from '../describe/user-pool';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { nextTokenOf, pageOf } from '../wire/pagination';
import { required } from '../wire/shape';
import { operation } from './operation';

/** The pools of this process, by id (API_ListUserPools). */
export const listUserPools = operation({
  name: 'ListUserPools',
  authorisation: 'signature',
  input: { MaxResults: required(member.maxResults), NextToken: member.nextToken },
  run(service, { MaxResults: limit, NextToken: nextToken }): Wire<ListUserPoolsResponse> {
    const page = pageOf([...service.pools.values()], ({ id }) => id, { limit, nextToken });
    return { UserPools: page.items.map(summarizeUserPool), ...nextTokenOf(page) };
  },
});
