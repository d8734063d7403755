import type { SetRiskConfigurationResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeRisk } from '../describe/risk-configuration';
import { everyClient } from '../state/stored-configuration';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { riskConfigurationMembers } from '../wire/risk-configuration-members';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Replaces what threat protection would do, for a client or for the pool; no risk is assessed here (API_SetRiskConfiguration). */
export const setRiskConfiguration = operation({
  name: 'SetRiskConfiguration',
  authorisation: 'signature',
  input: { ...riskConfigurationMembers, ClientId: member.clientId, UserPoolId: required(member.userPoolId) },
  run(service, { ClientId, UserPoolId, ...blocks }): Wire<SetRiskConfigurationResponse> {
    const pool = service.requirePool(UserPoolId);
    const client = ClientId === undefined || ClientId === everyClient ? undefined : pool.requireClient(ClientId);
    pool.stored.riskConfigurations.set(client?.id ?? everyClient, {
      blocks: blocks,
      modified: pool.clock.now(),
    });
    return { RiskConfiguration: describeRisk(pool, client?.id) };
  },
});
