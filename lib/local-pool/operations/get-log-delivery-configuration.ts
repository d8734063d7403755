import type { GetLogDeliveryConfigurationResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeLogDelivery } from '../describe/log-delivery';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** What SetLogDeliveryConfiguration kept (API_GetLogDeliveryConfiguration). */
export const getLogDeliveryConfiguration = operation({
  name: 'GetLogDeliveryConfiguration',
  authorisation: 'signature',
  input: { UserPoolId: required(member.userPoolId) },
  run(service, { UserPoolId }): Wire<GetLogDeliveryConfigurationResponse> {
    return { LogDeliveryConfiguration: describeLogDelivery(service.requirePool(UserPoolId)) };
  },
});
