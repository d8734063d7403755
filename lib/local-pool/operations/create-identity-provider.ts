import type { CreateIdentityProviderResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeProvider } from '../describe/identity-provider';
import { requireFreeCapacity } from '../state/quotas';
import { providerNameProblem } from '../state/stored-configuration';
import { DuplicateProviderException, InvalidParameterException, NotSimulatedException } from '../wire/exceptions';
import {
  identityProviderMembers,
  newProviderName,
  providerDetails,
  providerTypes,
} from '../wire/identity-provider-members';
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
    ProviderName: required(string(newProviderName)),
    ProviderType: required(oneOf(...providerTypes)),
    UserPoolId: required(member.userPoolId),
  },
  run(service, request): Wire<CreateIdentityProviderResponse> {
    const pool = service.requirePool(request.UserPoolId);
    const { identityProviders } = pool.stored;
    const {
      ProviderName: name,
      ProviderType: type,
      ProviderDetails: details,
      IdpIdentifiers: identifiers = [],
    } = request;
    if (request.AcrMapping !== undefined) throw new NotSimulatedException('Step-up authentication');
    if (identityProviders.has(name))
      throw new DuplicateProviderException(`A provider with the name ${name} already exists in this user pool.`);
    requireFreeCapacity('identity providers', identityProviders.size);
    const problem = providerNameProblem({ name, type });
    if (problem !== undefined) throw new InvalidParameterException(problem);
    const settings = { name, type, details, attributeMapping: request.AttributeMapping, identifiers };
    return { IdentityProvider: describeProvider(pool, pool.stored.addProvider(settings, pool.clock.now())) };
  },
});
