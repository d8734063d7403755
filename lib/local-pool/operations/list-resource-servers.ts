import type { ListResourceServersResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeServer } from '../describe/resource-server';
import * as member from '../wire/members';
import { nextTokenOf, pageOf } from '../wire/pagination';
import type { Wire } from '../wire/response';
import { integer, required } from '../wire/shape';
import { operation } from './operation';

/** The resource servers of a pool, by identifier (API_ListResourceServers). */
export const listResourceServers = operation({
  name: 'ListResourceServers',
  authorisation: 'signature',
  input: {
    MaxResults: integer({ min: 1, max: 50 }),
    NextToken: member.nextToken,
    UserPoolId: required(member.userPoolId),
  },
  run(service, { MaxResults: limit, NextToken: nextToken, UserPoolId }): Wire<ListResourceServersResponse> {
    const pool = service.requirePool(UserPoolId);
    const servers = [...pool.stored.resourceServers.values()];
    const page = pageOf(servers, ({ identifier }) => identifier, { limit, nextToken });
    return { ResourceServers: page.items.map((server) => describeServer(pool, server)), ...nextTokenOf(page) };
  },
});
