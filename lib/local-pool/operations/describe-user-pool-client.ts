import type { DescribeUserPoolClientResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeUserPoolClient as describe } from '../describe/user-pool-client';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** An app client with its settings and its secret (API_DescribeUserPoolClient). */
export const describeUserPoolClient = operation({
  name: 'DescribeUserPoolClient',
  authorisation: 'signature',
  input: { ClientId: required(member.clientId), UserPoolId: required(member.userPoolId) },
  run(service, { ClientId, UserPoolId }): Wire<DescribeUserPoolClientResponse> {
    const pool = service.requirePool(UserPoolId);
    return { UserPoolClient: describe(pool, pool.requireClient(ClientId)) };
  },
});
