import type { ResourceServerType } from '@aws-sdk/client-cognito-identity-provider';
import type { Pool } from '../pool';
import type { ResourceServer } from '../state/stored-configuration';
import { ResourceNotFoundException } from '../wire/exceptions';
import type { Wire } from '../wire/response';

/** A resource server as every operation on resource servers shows it. */
export function describeServer(pool: Pool, { identifier, name, scopes }: ResourceServer): Wire<ResourceServerType> {
  return {
    UserPoolId: pool.id,
    Identifier: identifier,
    Name: name,
    Scopes: scopes.map((scope) => ({ ScopeName: scope.name, ScopeDescription: scope.description })),
  };
}

/** @throws ResourceNotFoundException */
export function requireServer(pool: Pool, identifier: string): ResourceServer {
  const server = pool.stored.resourceServers.get(identifier);
  if (server === undefined) throw new ResourceNotFoundException(`Resource server ${identifier} does not exist.`);
  return server;
}
