import type { SetLogDeliveryConfigurationResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeLogDelivery } from '../describe/log-delivery';
import { logsBeyondPlan, requirePartInPlan } from '../settings/feature-plan';
import { InvalidParameterException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { list, oneOf, required, string, structure } from '../wire/shape';
import { operation } from './operation';

const bucketArn = string({
  min: 3,
  max: 1024,
  pattern: 'arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:::[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?',
});

/** Replaces where the service would write its logs; none are written here (API_SetLogDeliveryConfiguration). */
export const setLogDeliveryConfiguration = operation({
  name: 'SetLogDeliveryConfiguration',
  authorisation: 'signature',
  input: {
    LogConfigurations: required(
      list(
        structure({
          CloudWatchLogsConfiguration: structure({ LogGroupArn: member.arn }),
          EventSource: required(oneOf('userNotification', 'userAuthEvents')),
          FirehoseConfiguration: structure({ StreamArn: member.arn }),
          LogLevel: required(oneOf('ERROR', 'INFO')),
          S3Configuration: structure({ BucketArn: bucketArn }),
        }),
        { max: 2 },
      ),
    ),
    UserPoolId: required(member.userPoolId),
  },
  run(service, { LogConfigurations, UserPoolId }): Wire<SetLogDeliveryConfigurationResponse> {
    const pool = service.requirePool(UserPoolId);
    const { featurePlan } = pool.settings;
    const sources = LogConfigurations.map(({ EventSource }) => EventSource);
    const twice = sources.find((source, index) => sources.indexOf(source) !== index);
    if (twice !== undefined)
      throw new InvalidParameterException(
        `Request validation Failed. Following event sources appear more then once in a request: [${twice}].`,
      );
    for (const source of sources) requirePartInPlan(featurePlan, logsBeyondPlan(featurePlan, source));
    pool.stored.logConfigurations = LogConfigurations;
    return { LogDeliveryConfiguration: describeLogDelivery(pool) };
  },
});
