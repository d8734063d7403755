import type { LogConfigurationType } from '@aws-sdk/client-cognito-identity-provider';
import type { Wire } from '../../wire/response';
import { logsBeyondPlan } from '../feature-plan';
import type { PropertyTable } from '../property-table';
import { choice, enforced, noEffect, taken, text } from '../property-table';
import type { Part } from './part';
import { beyondPlan, demand, ofPool } from './part';

const shown = 'Delivery: no logs are written. GetLogDeliveryConfiguration shows it.';

/** AWS::Cognito::LogDeliveryConfiguration. Sources: template reference; SDK model of cognito-idp. */
const properties = {
  ...ofPool,
  'LogConfigurations[].EventSource': enforced(
    choice({ userNotification: taken, userAuthEvents: taken }, undefined),
    'What is logged, each once; userAuthEvents needs Plus.',
  ),
  'LogConfigurations[].LogLevel': noEffect(shown, choice({ ERROR: taken, INFO: taken }, undefined)),
  'LogConfigurations[].CloudWatchLogsConfiguration.LogGroupArn': noEffect(shown, text(undefined)),
  'LogConfigurations[].FirehoseConfiguration.StreamArn': noEffect(shown, text(undefined)),
  'LogConfigurations[].S3Configuration.BucketArn': noEffect(shown, text(undefined)),
} as const satisfies PropertyTable;

export const logDelivery: Part<typeof properties, readonly Wire<LogConfigurationType>[]> = {
  properties,
  feature: undefined,
  read(read, { featurePlan }, findings) {
    const sources = new Set<string>();
    return read.items('LogConfigurations').flatMap((item) => {
      demand(['LogConfigurations[].EventSource', 'LogConfigurations[].LogLevel'], item, findings);
      const source = item.choice('LogConfigurations[].EventSource');
      const level = item.choice('LogConfigurations[].LogLevel');
      if (source === undefined || level === undefined) return [];
      const path = item.concrete('LogConfigurations[].EventSource');
      if (sources.has(source)) {
        const nextStep = 'Remove one of the two: the service refuses the same source twice.';
        findings.stop(read.logicalId, path, {
          got: `${source} for the second time`,
          expected: 'each source once',
          nextStep,
        });
      }
      sources.add(source);
      beyondPlan(path, logsBeyondPlan(featurePlan, source), read, findings);
      const group = item.text('LogConfigurations[].CloudWatchLogsConfiguration.LogGroupArn');
      const stream = item.text('LogConfigurations[].FirehoseConfiguration.StreamArn');
      const bucket = item.text('LogConfigurations[].S3Configuration.BucketArn');
      return [
        {
          EventSource: source,
          LogLevel: level,
          ...(group !== undefined && { CloudWatchLogsConfiguration: { LogGroupArn: group } }),
          ...(stream !== undefined && { FirehoseConfiguration: { StreamArn: stream } }),
          ...(bucket !== undefined && { S3Configuration: { BucketArn: bucket } }),
        },
      ];
    });
  },
};
