import type { UpdateResourceServerResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeServer, requireServer } from '../describe/resource-server';
import { resourceServerMembers } from '../wire/resource-server-members';
import type { Wire } from '../wire/response';
import { operation } from './operation';

/** Replaces name and scopes; scopes that are left out are gone (API_UpdateResourceServer). */
export const updateResourceServer = operation({
  name: 'UpdateResourceServer',
  authorisation: 'signature',
  input: resourceServerMembers,
  run(service, { Identifier, Name: name, Scopes = [], UserPoolId }): Wire<UpdateResourceServerResponse> {
    const pool = service.requirePool(UserPoolId);
    const { identifier } = requireServer(pool, Identifier);
    const scopes = Scopes.map(({ ScopeName, ScopeDescription }) => ({
      name: ScopeName,
      description: ScopeDescription,
    }));
    const server = { identifier, name, scopes };
    pool.stored.resourceServers.set(identifier, server);
    return { ResourceServer: describeServer(pool, server) };
  },
});
