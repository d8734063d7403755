import type { CreateIdentityProviderResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeProvider } from '../describe/identity-provider';
import { requireFreeCapacity } from '../state/quotas';
import { DuplicateProviderException, NotSimulatedException } from '../wire/exceptions';
import { identityProviderMembers, providerDetails } from '../wire/identity-provider-members';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { oneOf, required, string } from '../wire/shape';
import { operation } from './operation';

/** Keeps an identity provider; nobody is sent there (API_CreateIdentityProvider). */
export const createIdentityProvider = operation({
  name: 'CreateIdentityProvider',
  authorisation: 'signature',
  input: {
    ...identityProviderMembers,
    ProviderDetails: required(providerDetails),
    ProviderName: required(
      string({ min: 1, max: 32, pattern: '[^_\\p{Z}][\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}][^_\\p{Z}]+' }),
    ),
    ProviderType: required(oneOf('SAML', 'Facebook', 'Google', 'LoginWithAmazon', 'SignInWithApple', 'OIDC')),
    UserPoolId: required(member.userPoolId),
  },
  run(service, request): Wire<CreateIdentityProviderResponse> {
    const pool = service.requirePool(request.UserPoolId);
    const { identityProviders } = pool.stored;
    const { ProviderName: name, ProviderType: type, ProviderDetails: details } = request;
    if (request.AcrMapping !== undefined) throw new NotSimulatedException('Step-up authentication');
    if (identityProviders.has(name))
      throw new DuplicateProviderException(`A provider with the name ${name} already exists in this user pool.`);
    requireFreeCapacity('identity providers', identityProviders.size);
    const now = pool.clock.now();
    const provider = {
      name,
      type,
      details,
      attributeMapping: request.AttributeMapping ?? { username: 'sub' },
      identifiers: request.IdpIdentifiers ?? [],
      created: now,
      modified: now,
    };
    identityProviders.set(name, provider);
    return { IdentityProvider: describeProvider(pool, provider) };
  },
});
