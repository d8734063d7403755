import type { DescribeIdentityProviderResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeProvider, requireProvider } from '../describe/identity-provider';
import { identityProviderKey } from '../wire/identity-provider-members';
import type { Wire } from '../wire/response';
import { operation } from './operation';

/** One identity provider, by name (API_DescribeIdentityProvider). */
export const describeIdentityProvider = operation({
  name: 'DescribeIdentityProvider',
  authorisation: 'signature',
  input: identityProviderKey,
  run(service, { ProviderName, UserPoolId }): Wire<DescribeIdentityProviderResponse> {
    const pool = service.requirePool(UserPoolId);
    return { IdentityProvider: describeProvider(pool, requireProvider(pool, ProviderName)) };
  },
});
