import type { RiskConfigurationType } from '@aws-sdk/client-cognito-identity-provider';
import type { Pool } from '../pool';
import { everyClient } from '../state/stored-configuration';
import { wireTime, type Wire } from '../wire/response';

/** The risk configuration of a client, or of the pool without one; a client that has none has that of the pool. */
export function describeRisk(pool: Pool, clientId: string | undefined): Wire<RiskConfigurationType> {
  const { riskConfigurations } = pool.stored;
  const own = clientId === undefined ? undefined : riskConfigurations.get(clientId);
  const found = own ?? riskConfigurations.get(everyClient);
  return {
    UserPoolId: pool.id,
    ...(own !== undefined && clientId !== undefined && { ClientId: clientId }),
    ...found?.blocks,
    ...(found !== undefined && { LastModifiedDate: wireTime(found.modified) }),
  };
}
