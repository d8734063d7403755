import { Stack } from 'aws-cdk-lib';
import { AlarmStatusWidget, Dashboard, GraphWidget, SearchExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Alarm, CfnDashboard, IMetric, IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { WatchedClient } from './client-alarms';
import { blockedRequests, clientMetric, functionMetric, operations, period, riskMetric, smsSpend } from './metrics';
import type { WatchedFunction } from './watched-functions';

export interface UserPoolDashboardProps {
  readonly name: string;
  readonly userPoolId: string;
  readonly alarms: readonly Alarm[];
  readonly clients: readonly WatchedClient[];
  readonly functions: readonly WatchedFunction[];
  readonly showsRisk: boolean;
  readonly showsSmsSpend: boolean;
  /** How CloudWatch calls the web ACL; undefined where there is none. */
  readonly webAclMetric: string | undefined;
}

/** Of the 24 columns of a dashboard. */
const half = 12;

/** What happens at a user pool, at one look: the alarms, then what they watch and what explains it. */
export class UserPoolDashboard extends Construct {
  constructor(scope: Construct, id: string, props: UserPoolDashboardProps) {
    super(scope, id);
    const dashboard = new Dashboard(this, 'Resource', { dashboardName: props.name });
    // The name is taken as long as the dashboard is there under another logical id.
    (dashboard.node.defaultChild as CfnDashboard).overrideLogicalId('Dashboard');
    dashboard.addWidgets(...alarmWidgets(props.alarms));
    dashboard.addWidgets(...clientWidgets(props));
    dashboard.addWidgets(...functionWidgets(props));
    dashboard.addWidgets(...otherWidgets(props, Stack.of(this).region));
  }
}

/** A widget shows at most 100 alarms. */
const alarmsInWidget = 100;

function alarmWidgets(alarms: readonly Alarm[]): readonly IWidget[] {
  const starts = Array.from({ length: Math.ceil(alarms.length / alarmsInWidget) }, (_, page) => page * alarmsInWidget);
  return starts.map((start) => {
    const shown = alarms.slice(start, start + alarmsInWidget);
    return new AlarmStatusWidget({ title: 'Alarms', width: 2 * half, alarms: shown });
  });
}

function graph(title: string, metrics: readonly IMetric[]): IWidget {
  return new GraphWidget({ title, width: half, left: [...metrics], period });
}

function clientWidgets({ userPoolId, clients }: UserPoolDashboardProps): readonly IWidget[] {
  if (clients.length === 0) return [];
  const ofEach = (metricName: string, statistic: string) =>
    clients.map(({ name, id }) => clientMetric(metricName, userPoolId, id, statistic).with({ label: name }));
  return [
    graph('Sign-ins, successful or not', ofEach('SignInSuccesses', Stats.SAMPLE_COUNT)),
    graph('Sign-ins, share that succeeds', ofEach('SignInSuccesses', Stats.AVERAGE)),
    graph('Sign-ups that succeed', ofEach('SignUpSuccesses', Stats.SUM)),
    graph('Token refreshes that succeed', ofEach('TokenRefreshSuccesses', Stats.SUM)),
    graph('Sign-ins throttled', ofEach('SignInThrottles', Stats.SUM)),
    graph('Token refreshes throttled', ofEach('TokenRefreshThrottles', Stats.SUM)),
  ];
}

function functionWidgets({ functions }: UserPoolDashboardProps): readonly IWidget[] {
  if (functions.length === 0) return [];
  const ofEach = (metricName: 'Errors' | 'Duration', statistic: string) =>
    functions.map(({ name, functionName }) =>
      functionMetric(metricName, functionName, statistic).with({ label: name }),
    );
  return [
    graph('Functions: errors', ofEach('Errors', Stats.SUM)),
    graph('Functions: duration of 99 of 100 runs, ms', ofEach('Duration', Stats.percentile(99))),
  ];
}

function otherWidgets(
  { userPoolId, showsRisk, showsSmsSpend, webAclMetric }: UserPoolDashboardProps,
  region: string,
): readonly IWidget[] {
  return [
    ...(showsRisk
      ? [
          graph(
            'Risky requests',
            operations.map((operation) => riskMetric(userPoolId, operation).with({ label: operation })),
          ),
          graph('Risks by kind and level', [byLevel(userPoolId)]),
        ]
      : []),
    ...(webAclMetric === undefined
      ? []
      : [graph('Requests that the web ACL blocks', [blockedRequests(webAclMetric, region)])]),
    ...(showsSmsSpend ? [graph('Text messages this month, US dollars', [smsSpend()])] : []),
  ];
}

/** Whatever is reported of CompromisedCredentialRisk, AccountTakeoverRisk and OverrideBlock. */
function byLevel(userPoolId: string): SearchExpression {
  return new SearchExpression({
    expression: `SEARCH('{AWS/Cognito,Operation,RiskLevel,UserPoolId} UserPoolId="${userPoolId}"', 'Sum', ${period.toSeconds()})`,
    label: '',
    period,
  });
}
