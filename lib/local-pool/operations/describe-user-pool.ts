import type { DescribeUserPoolResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeUserPool as describe } from '../describe/user-pool';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** A pool with its settings (API_DescribeUserPool). */
export const describeUserPool = operation({
  name: 'DescribeUserPool',
  authorisation: 'signature',
  input: { UserPoolId: required(member.userPoolId) },
  run(service, { UserPoolId }): Wire<DescribeUserPoolResponse> {
    return { UserPool: describe(service.requirePool(UserPoolId), service.domains) };
  },
});
