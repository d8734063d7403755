import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { environmentMetadata } from '../constructs/environment-metadata';
import { AlarmTopic } from '../constructs/monitoring/alarm-topic';
import { Alarms } from '../constructs/monitoring/alarms';
import { smsSpendAlarm } from '../constructs/monitoring/sms-spend-alarm';
import type { Environment } from '../environments/environment';

export interface SmsSpendStackProps {
  readonly environment: Environment;
  /** The Region whose SNS sends. */
  readonly region: string;
  readonly subscribers: readonly string[];
  readonly monthlySpendLimitDollars: number;
}

/**
 * The alarm for what text messages cost, where another Region than that of the user pool sends them: CloudWatch knows
 * that there alone, and an alarm tells a topic of its own Region only.
 */
export class SmsSpendStack extends Stack {
  constructor(scope: Construct, id: string, props: SmsSpendStackProps) {
    const { environment, region, subscribers, monthlySpendLimitDollars } = props;
    const { account } = environment;
    super(scope, id, {
      env: { region, ...(account !== 'deploying' && { account }) },
      stackName: `userpool-${environment.name}-${id}`,
      description: `What the text messages of the environment ${environment.name} cost.`,
      terminationProtection: environment.class !== 'sandbox',
      analyticsReporting: false,
      tags: { ...environment.tags },
    });
    const name = `userpool-${environment.name}`;
    const { topic } = new AlarmTopic(this, 'Topic', { name, subscribers });
    new Alarms(this, 'Alarms', { name, topic, alarms: [smsSpendAlarm(monthlySpendLimitDollars)] });

    this.templateOptions.metadata = environmentMetadata(environment);
  }
}
