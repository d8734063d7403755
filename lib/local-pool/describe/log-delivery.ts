import type { LogDeliveryConfigurationType } from '@aws-sdk/client-cognito-identity-provider';
import type { Pool } from '../pool';
import type { Wire } from '../wire/response';

/** Where the service would write the logs of a pool; an empty list without any. */
export function describeLogDelivery({ id, stored }: Pool): Wire<LogDeliveryConfigurationType> {
  return { UserPoolId: id, LogConfigurations: stored.logConfigurations };
}
