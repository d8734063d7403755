import type { IdentityProviderType } from '@aws-sdk/client-cognito-identity-provider';
import type { Pool } from '../pool';
import type { IdentityProvider } from '../state/stored-configuration';
import { ResourceNotFoundException } from '../wire/exceptions';
import { wireTime, type Wire } from '../wire/response';

/** A provider as every operation on identity providers shows it, but for the list. */
export function describeProvider(pool: Pool, provider: IdentityProvider): Wire<IdentityProviderType> {
  return {
    UserPoolId: pool.id,
    ProviderName: provider.name,
    ProviderType: provider.type,
    ProviderDetails: provider.details,
    AttributeMapping: provider.attributeMapping,
    IdpIdentifiers: provider.identifiers,
    LastModifiedDate: wireTime(provider.modified),
    CreationDate: wireTime(provider.created),
  };
}

/** @throws ResourceNotFoundException */
export function requireProvider(pool: Pool, name: string): IdentityProvider {
  const provider = pool.stored.identityProviders.get(name);
  if (provider === undefined) throw new ResourceNotFoundException(`Identity provider ${name} does not exist.`);
  return provider;
}
