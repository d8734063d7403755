import { Alarm, ComparisonOperator } from 'aws-cdk-lib/aws-cloudwatch';
import type { CfnAlarm, IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { createHash } from 'node:crypto';
import { pascalCase } from '../logical-id';

/** One thing that is watched, over the period of its metric. */
export interface AlarmDeclaration {
  /** What is watched, then of which client or function, each in kebab-case. No two of a user pool have the same. */
  readonly name: readonly [kind: string, ...of: string[]];
  /** What has happened and what to look at, for whoever gets the e-mail. */
  readonly description: string;
  readonly metric: IMetric;
  readonly threshold: number;
  /** Whether it goes off at the threshold already, or only above it. */
  readonly goesOff: 'from' | 'above';
  /** What counts while nothing is reported. */
  readonly withoutData: TreatMissingData;
}

export interface AlarmsProps {
  /** What the names of all alarms begin with. */
  readonly name: string;
  readonly topic: ITopic;
  readonly alarms: readonly AlarmDeclaration[];
}

const comparison = {
  from: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  above: ComparisonOperator.GREATER_THAN_THRESHOLD,
};

/** The alarms of a user pool, which tell a topic when they go off and when that is over. */
export class Alarms extends Construct {
  readonly all: readonly Alarm[];

  constructor(scope: Construct, id: string, { name, topic, alarms }: AlarmsProps) {
    super(scope, id);
    this.all = alarms.map((declared) => {
      const path = declared.name.join('/');
      const alarm = new Alarm(this, path.replaceAll('/', '.'), {
        alarmName: `${name}-${path}`,
        alarmDescription: declared.description,
        metric: declared.metric,
        threshold: declared.threshold,
        comparisonOperator: comparison[declared.goesOff],
        evaluationPeriods: 1,
        datapointsToAlarm: 1,
        treatMissingData: declared.withoutData,
        actionsEnabled: true,
      });
      // The name is taken as long as the alarm is there under another logical id.
      (alarm.node.defaultChild as CfnAlarm).overrideLogicalId(logicalId(declared.name));
      alarm.addAlarmAction(new SnsAction(topic));
      alarm.addOkAction(new SnsAction(topic));
      return alarm;
    });
  }
}

/** Two names one after the other could be those of another pair, so that these have a digest behind them. */
function logicalId(name: AlarmDeclaration['name']): string {
  const words = `Alarm${name.map(pascalCase).join('')}`;
  return name.length <= 2 ? words : `${words}${createHash('sha256').update(name.join('/')).digest('hex').slice(0, 8)}`;
}
