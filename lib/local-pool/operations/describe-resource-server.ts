import type { DescribeResourceServerResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeServer, requireServer } from '../describe/resource-server';
import { resourceServerKey } from '../wire/resource-server-members';
import type { Wire } from '../wire/response';
import { operation } from './operation';

/** One resource server (API_DescribeResourceServer). */
export const describeResourceServer = operation({
  name: 'DescribeResourceServer',
  authorisation: 'signature',
  input: resourceServerKey,
  run(service, { Identifier, UserPoolId }): Wire<DescribeResourceServerResponse> {
    const pool = service.requirePool(UserPoolId);
    return { ResourceServer: describeServer(pool, requireServer(pool, Identifier)) };
  },
});
