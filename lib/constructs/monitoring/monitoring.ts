import { Construct } from 'constructs';
import type { Environment } from '../../environments/environment';
import { AlarmTopic } from './alarm-topic';
import { Alarms } from './alarms';
import { clientAlarms } from './client-alarms';
import type { WatchedClient } from './client-alarms';
import { UserPoolDashboard } from './dashboard';
import { functionAlarms } from './function-alarms';
import { riskAlarms } from './risk-alarms';
import { smsSpendAlarm } from './sms-spend-alarm';
import type { WatchedFunction } from './watched-functions';

export interface MonitoringProps {
  /** The name of the user pool: what the names of all alarms begin with. */
  readonly name: string;
  readonly userPoolId: string;
  readonly monitoring: Extract<Environment['monitoring'], { readonly alarms: 'on' }>;
  readonly clients: readonly WatchedClient[];
  readonly functions: readonly WatchedFunction[];
  /** What text messages may cost in a month; undefined where none is sent from this Region. */
  readonly monthlySpendLimitDollars: number | undefined;
  /** How CloudWatch calls the web ACL; undefined where there is none. */
  readonly webAclMetric: string | undefined;
}

/** Who is told when something goes wrong, and where they look then. */
export class Monitoring extends Construct {
  constructor(scope: Construct, id: string, props: MonitoringProps) {
    super(scope, id);
    const { name, userPoolId, monitoring, clients, functions, monthlySpendLimitDollars, webAclMetric } = props;
    const { topic } = new AlarmTopic(this, 'Topic', { name, subscribers: monitoring.subscribers });
    const { all } = new Alarms(this, 'Alarms', {
      name,
      topic,
      alarms: [
        ...clients.flatMap((client) => clientAlarms(userPoolId, client, monitoring)),
        ...functions.flatMap((watched) => functionAlarms(watched, monitoring.triggers)),
        ...(monitoring.riskEvents === undefined ? [] : riskAlarms(userPoolId, monitoring.riskEvents)),
        ...(monthlySpendLimitDollars === undefined ? [] : [smsSpendAlarm(monthlySpendLimitDollars)]),
      ],
    });
    new UserPoolDashboard(this, 'Dashboard', {
      name,
      userPoolId,
      alarms: all,
      clients,
      functions,
      showsRisk: monitoring.riskEvents !== undefined,
      showsSmsSpend: monthlySpendLimitDollars !== undefined,
      webAclMetric,
    });
  }
}
