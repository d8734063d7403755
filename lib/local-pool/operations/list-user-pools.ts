import type { ListUserPoolsResponse } from '@aws-sdk/client-cognito-identity-provider';
import { summarizeUserPool } from '../describe/user-pool';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { nextTokenOf, pageOf } from '../wire/pagination';
import { required } from '../wire/shape';
import { operation } from './operation';

/** The pools of the Region that the request is for, by id (API_ListUserPools). */
export const listUserPools = operation({
  name: 'ListUserPools',
  authorisation: 'signature',
  input: { MaxResults: required(member.maxResults), NextToken: member.nextToken },
  run(service, { MaxResults: limit, NextToken: nextToken }, { region }): Wire<ListUserPoolsResponse> {
    const pools = [...service.pools.values()].filter(({ settings }) => settings.region === region);
    const page = pageOf(pools, ({ id }) => id, { limit, nextToken });
    return { UserPools: page.items.map(summarizeUserPool), ...nextTokenOf(page) };
  },
});
