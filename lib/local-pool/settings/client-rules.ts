import type { Pool } from '../pool';
import { InvalidParameterException, ScopeDoesNotExistException } from '../wire/exceptions';
import type { Input } from '../wire/shape';
import type { userPoolClientMembers } from '../wire/user-pool-client-members';
import type { ResourceServer } from '../state/stored-configuration';

const scopesOfTheService = ['phone', 'email', 'openid', 'profile', 'aws.cognito.signin.user.admin'];

/**
 * What the service refuses in an app client because of what the pool has not, or because of how it is asked for.
 * @throws InvalidParameterException, ScopeDoesNotExistException
 */
export function checkClientRules(pool: Pool, client: Input<typeof userPoolClientMembers>): void {
  const { SupportedIdentityProviders: providers = [], AllowedOAuthScopes: scopes = [] } = client;
  const { identityProviders, resourceServers } = pool.stored;
  const provider = unknownProvider(providers, [...identityProviders.keys()]);
  if (provider !== undefined)
    throw new InvalidParameterException(`The provider ${provider} does not exist for User Pool ${pool.id}.`);
  const scope = unknownScope(scopes, [...resourceServers.values()]);
  if (scope !== undefined) throw new ScopeDoesNotExistException(`Invalid scope requested: ${scope}`);
  const { ExplicitAuthFlows: flows = [] } = client;
  const newer = flows.filter((flow) => flow.startsWith('ALLOW_'));
  if (newer.length > 0 && newer.length < flows.length)
    throw new InvalidParameterException(
      "Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.",
    );
}

/** The first provider that the pool has not; its own users have one that is always there. */
export function unknownProvider(asked: readonly string[], known: readonly string[]): string | undefined {
  return asked.find((name) => name !== 'COGNITO' && !known.includes(name));
}

/** The first scope that is neither one of the service nor of a resource server of the pool. */
export function unknownScope(
  asked: readonly string[],
  servers: readonly Pick<ResourceServer, 'identifier' | 'scopes'>[],
): string | undefined {
  const known = servers.flatMap(({ identifier, scopes }) => scopes.map(({ name }) => `${identifier}/${name}`));
  return asked.find((scope) => !scopesOfTheService.includes(scope) && !known.includes(scope));
}
