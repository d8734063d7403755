import type { ListUserPoolClientSecretsResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeClientSecret } from '../describe/client-secret';
import * as member from '../wire/members';
import { nextTokenOf, pageOf } from '../wire/pagination';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** The active secrets of an app client, by id and without their values (API_ListUserPoolClientSecrets). */
export const listUserPoolClientSecrets = operation({
  name: 'ListUserPoolClientSecrets',
  authorisation: 'signature',
  input: {
    ClientId: required(member.clientId),
    NextToken: member.nextToken,
    UserPoolId: required(member.userPoolId),
  },
  run(service, { ClientId, NextToken: nextToken, UserPoolId }): Wire<ListUserPoolClientSecretsResponse> {
    const { secrets } = service.requirePool(UserPoolId).requireClient(ClientId);
    const page = pageOf(secrets, ({ id }) => id, { limit: undefined, nextToken });
    return { ClientSecrets: page.items.map(describeClientSecret), ...nextTokenOf(page) };
  },
});
