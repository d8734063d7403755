import type { UpdateIdentityProviderResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeProvider, requireProvider } from '../describe/identity-provider';
import { NotSimulatedException } from '../wire/exceptions';
import { identityProviderKey, identityProviderMembers, providerDetails } from '../wire/identity-provider-members';
import type { Wire } from '../wire/response';
import { operation } from './operation';

/** Changes what the request names about an identity provider (API_UpdateIdentityProvider). */
export const updateIdentityProvider = operation({
  name: 'UpdateIdentityProvider',
  authorisation: 'signature',
  input: { ...identityProviderMembers, ...identityProviderKey, ProviderDetails: providerDetails },
  run(service, request): Wire<UpdateIdentityProviderResponse> {
    const pool = service.requirePool(request.UserPoolId);
    if (request.AcrMapping !== undefined) throw new NotSimulatedException('Step-up authentication');
    const before = requireProvider(pool, request.ProviderName);
    const provider = {
      ...before,
      details: request.ProviderDetails ?? before.details,
      attributeMapping: request.AttributeMapping ?? before.attributeMapping,
      identifiers: request.IdpIdentifiers ?? before.identifiers,
      modified: pool.clock.now(),
    };
    pool.stored.identityProviders.set(provider.name, provider);
    return { IdentityProvider: describeProvider(pool, provider) };
  },
});
