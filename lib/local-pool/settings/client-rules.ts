import type { Pool } from '../pool';
import { InvalidParameterException, ScopeDoesNotExistException } from '../wire/exceptions';
import type { Input } from '../wire/shape';
import type { userPoolClientMembers } from '../wire/user-pool-client-members';

const scopesOfTheService = ['phone', 'email', 'openid', 'profile', 'aws.cognito.signin.user.admin'];

/**
 * What the service refuses in an app client because of what the pool has not.
 * @throws InvalidParameterException, ScopeDoesNotExistException
 */
export function checkClientRules(pool: Pool, client: Input<typeof userPoolClientMembers>): void {
  const { SupportedIdentityProviders: providers = [], AllowedOAuthScopes: scopes = [] } = client;
  const missing = providers.find((name) => name !== 'COGNITO' && !pool.stored.identityProviders.has(name));
  if (missing !== undefined)
    throw new InvalidParameterException(`The provider ${missing} does not exist for User Pool ${pool.id}.`);
  const known = [...pool.stored.resourceServers.values()].flatMap(({ identifier, scopes: own }) =>
    own.map(({ name }) => `${identifier}/${name}`),
  );
  const unknown = scopes.find((scope) => !scopesOfTheService.includes(scope) && !known.includes(scope));
  if (unknown !== undefined) throw new ScopeDoesNotExistException(`Invalid scope requested: ${unknown}`);
  const { DefaultRedirectURI: redirect, CallbackURLs: callbacks = [] } = client;
  if (redirect !== undefined && !callbacks.includes(redirect))
    throw new InvalidParameterException('DefaultRedirectURI must be in the list of CallbackURLs.');
}
