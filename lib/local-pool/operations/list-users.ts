import type { ListUsersResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeUser } from '../describe/user';
import { findUsers } from '../state/user-filter';
import { InvalidParameterException } from '../wire/exceptions';
import * as member from '../wire/members';
import { pageOf } from '../wire/pagination';
import type { Wire } from '../wire/response';
import { list, required, string } from '../wire/shape';
import { operation } from './operation';

/** The users of a pool that a filter lets through, by username, with all attributes or the named ones (API_ListUsers). */
export const listUsers = operation({
  name: 'ListUsers',
  authorisation: 'signature',
  input: {
    AttributesToGet: list(member.attributeName),
    Filter: string({ max: 256 }),
    Limit: member.limit,
    PaginationToken: member.nextToken,
    UserPoolId: required(member.userPoolId),
  },
  run(service, { AttributesToGet: names, Filter, Limit, PaginationToken, UserPoolId }): Wire<ListUsersResponse> {
    const pool = service.requirePool(UserPoolId);
    const known = pool.settings.schema.map(({ name }) => name);
    if (names?.some((name) => !known.includes(name)) === true)
      throw new InvalidParameterException('One or more requested attributes do not exist.');
    const users = findUsers(Filter ?? '', pool);
    const page = pageOf(users, ({ username }) => username, { limit: Limit, nextToken: PaginationToken });
    const Users = page.items.map((user) => {
      const { Attributes = [], ...described } = describeUser(user);
      return { ...described, Attributes: Attributes.filter(({ Name = '' }) => names?.includes(Name) ?? true) };
    });
    return { Users, ...(page.nextToken !== undefined && { PaginationToken: page.nextToken }) };
  },
});
