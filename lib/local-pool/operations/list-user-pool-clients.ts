import type { ListUserPoolClientsResponse } from '@aws-sdk/client-cognito-identity-provider';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { nextTokenOf, pageOf } from '../wire/pagination';
import { oneOf, required } from '../wire/shape';
import { operation } from './operation';

/** The app clients of a pool, by id. None was made by dynamic client registration (API_ListUserPoolClients). */
export const listUserPoolClients = operation({
  name: 'ListUserPoolClients',
  authorisation: 'signature',
  input: {
    ClientType: oneOf('REGULAR', 'DCR'),
    MaxResults: member.maxResults,
    NextToken: member.nextToken,
    UserPoolId: required(member.userPoolId),
  },
  run(service, request): Wire<ListUserPoolClientsResponse> {
    const pool = service.requirePool(request.UserPoolId);
    const clients = request.ClientType === 'DCR' ? [] : [...pool.clients.values()];
    const page = pageOf(clients, ({ id }) => id, { limit: request.MaxResults, nextToken: request.NextToken });
    const UserPoolClients = page.items.map(({ id, name }) => ({ ClientId: id, UserPoolId: pool.id, ClientName: name }));
    return { UserPoolClients, ...nextTokenOf(page) };
  },
});
