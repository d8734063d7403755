import { requireProvider } from '../describe/identity-provider';
import { identityProviderKey } from '../wire/identity-provider-members';
import { operation } from './operation';

/** Removes an identity provider (API_DeleteIdentityProvider). */
export const deleteIdentityProvider = operation({
  name: 'DeleteIdentityProvider',
  authorisation: 'signature',
  input: identityProviderKey,
  run(service, { ProviderName, UserPoolId }) {
    const pool = service.requirePool(UserPoolId);
    pool.stored.identityProviders.delete(requireProvider(pool, ProviderName).name);
    return {};
  },
});
