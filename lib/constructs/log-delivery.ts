import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnLogDeliveryConfiguration } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Environment } from '../environments/environment';
import { DeliveredLog, nameOfThisStack } from './delivered-log';

type Declared = Environment['logDelivery'];

export interface LogDeliveryProps {
  /** The name of the user pool. */
  readonly name: string;
  readonly userPoolId: string;
  readonly logDelivery: Declared;
  /** That of the user pool, for the log groups. */
  readonly removalPolicy: RemovalPolicy;
}

interface Source {
  readonly field: keyof Declared;
  readonly logicalId: string;
  readonly folder: string;
  readonly eventSource: 'userNotification' | 'userAuthEvents';
  readonly logLevel: 'ERROR' | 'INFO';
}

/** What Cognito can deliver, each with the one level that it has. */
const sources: readonly Source[] = [
  {
    field: 'messageErrors',
    logicalId: 'MessageErrorLog',
    folder: 'message-errors',
    eventSource: 'userNotification',
    logLevel: 'ERROR',
  },
  {
    field: 'userActivity',
    logicalId: 'UserActivityLog',
    folder: 'user-activity',
    eventSource: 'userAuthEvents',
    logLevel: 'INFO',
  },
];

/**
 * What Cognito writes to CloudWatch Logs. The names begin with /aws/vendedlogs/, so that the resource policy that AWS
 * keeps for such deliveries, which has 5,120 characters for the whole account, does not grow with them.
 */
export class LogDelivery extends Construct {
  constructor(scope: Construct, id: string, { name, userPoolId, logDelivery, removalPolicy }: LogDeliveryProps) {
    super(scope, id);
    const logConfigurations = sources.flatMap(({ field, logicalId, folder, eventSource, logLevel }) => {
      const delivery = logDelivery[field];
      if (!delivery.deliver) return [];
      const { arn: logGroupArn } = new DeliveredLog(this, logicalId, {
        logicalId,
        logGroupName: `/aws/vendedlogs/cognito/${nameOfThisStack(this, name)}/${folder}`,
        retentionDays: delivery.retentionDays,
        removalPolicy,
      });
      return [{ eventSource, logLevel, cloudWatchLogsConfiguration: { logGroupArn } }];
    });
    if (logConfigurations.length === 0) return;
    const configuration = new CfnLogDeliveryConfiguration(this, 'Resource', { userPoolId, logConfigurations });
    configuration.overrideLogicalId('LogDelivery');
    configuration.applyRemovalPolicy(RemovalPolicy.DESTROY);
  }
}
