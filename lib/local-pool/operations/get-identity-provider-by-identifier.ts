import type { GetIdentityProviderByIdentifierResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeProvider } from '../describe/identity-provider';
import { ResourceNotFoundException } from '../wire/exceptions';
import { idpIdentifier } from '../wire/identity-provider-members';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** One identity provider, by one of its identifiers (API_GetIdentityProviderByIdentifier). */
export const getIdentityProviderByIdentifier = operation({
  name: 'GetIdentityProviderByIdentifier',
  authorisation: 'signature',
  input: { IdpIdentifier: required(idpIdentifier), UserPoolId: required(member.userPoolId) },
  run(service, { IdpIdentifier, UserPoolId }): Wire<GetIdentityProviderByIdentifierResponse> {
    const pool = service.requirePool(UserPoolId);
    const providers = [...pool.stored.identityProviders.values()];
    const provider = providers.find(({ identifiers }) => identifiers.includes(IdpIdentifier));
    if (provider === undefined)
      throw new ResourceNotFoundException(`Identity provider with the identifier ${IdpIdentifier} does not exist.`);
    return { IdentityProvider: describeProvider(pool, provider) };
  },
});
