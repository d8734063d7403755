import type { DescribeRiskConfigurationResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeRisk } from '../describe/risk-configuration';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** What SetRiskConfiguration kept, for a client or for the pool (API_DescribeRiskConfiguration). */
export const describeRiskConfiguration = operation({
  name: 'DescribeRiskConfiguration',
  authorisation: 'signature',
  input: { ClientId: member.clientId, UserPoolId: required(member.userPoolId) },
  run(service, { ClientId, UserPoolId }): Wire<DescribeRiskConfigurationResponse> {
    const pool = service.requirePool(UserPoolId);
    return { RiskConfiguration: describeRisk(pool, ClientId && pool.requireClient(ClientId).id) };
  },
});
