import type { ListIdentityProvidersResponse } from '@aws-sdk/client-cognito-identity-provider';
import * as member from '../wire/members';
import { nextTokenOf, pageOf } from '../wire/pagination';
import { wireTime, type Wire } from '../wire/response';
import { integer, required } from '../wire/shape';
import { operation } from './operation';

/** The identity providers of a pool, by name (API_ListIdentityProviders). */
export const listIdentityProviders = operation({
  name: 'ListIdentityProviders',
  authorisation: 'signature',
  input: {
    MaxResults: integer({ min: 0, max: 60 }),
    NextToken: member.nextToken,
    UserPoolId: required(member.userPoolId),
  },
  run(service, { MaxResults: limit, NextToken: nextToken, UserPoolId }): Wire<ListIdentityProvidersResponse> {
    const providers = [...service.requirePool(UserPoolId).stored.identityProviders.values()];
    const page = pageOf(providers, ({ name }) => name, { limit, nextToken });
    const Providers = page.items.map(({ name, type, created, modified }) => ({
      ProviderName: name,
      ProviderType: type,
      LastModifiedDate: wireTime(modified),
      CreationDate: wireTime(created),
    }));
    return { Providers, ...nextTokenOf(page) };
  },
});
