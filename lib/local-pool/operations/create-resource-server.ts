import type { CreateResourceServerResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeServer } from '../describe/resource-server';
import { requireFreeCapacity } from '../state/quotas';
import { InvalidParameterException } from '../wire/exceptions';
import { resourceServerMembers } from '../wire/resource-server-members';
import type { Wire } from '../wire/response';
import { operation } from './operation';

/** Names scopes that clients may ask for (API_CreateResourceServer). */
export const createResourceServer = operation({
  name: 'CreateResourceServer',
  authorisation: 'signature',
  input: resourceServerMembers,
  run(service, { Identifier: identifier, Name: name, Scopes = [], UserPoolId }): Wire<CreateResourceServerResponse> {
    const pool = service.requirePool(UserPoolId);
    const { resourceServers } = pool.stored;
    if (resourceServers.has(identifier))
      throw new InvalidParameterException(`${identifier} already exists in user pool ${pool.id}.`);
    requireFreeCapacity('resource servers', resourceServers.size);
    const scopes = Scopes.map(({ ScopeName, ScopeDescription }) => ({
      name: ScopeName,
      description: ScopeDescription,
    }));
    const server = { identifier, name, scopes };
    resourceServers.set(identifier, server);
    return { ResourceServer: describeServer(pool, server) };
  },
});
