import { MathExpression, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Environment } from '../../environments/environment';
import type { AlarmDeclaration } from './alarms';
import { clientMetric, federationThrottles, period } from './metrics';

type Declared = Extract<Environment['monitoring'], { readonly alarms: 'on' }>;

/** An app client through which people sign in. */
export interface WatchedClient {
  readonly name: string;
  readonly id: string;
  /** Where its users may come from, beside the user pool itself: by the declared name, and by that of Cognito. */
  readonly identityProviders: readonly { readonly name: string; readonly providerName: string }[];
}

/** What Cognito throttles, by its metric. */
const throttles = [
  { metricName: 'SignInThrottles', kind: 'throttled-sign-ins' },
  { metricName: 'SignUpThrottles', kind: 'throttled-sign-ups' },
  { metricName: 'TokenRefreshThrottles', kind: 'throttled-token-refreshes' },
] as const;

/** Sign-ins that fail and requests that are throttled, through one client. */
export function clientAlarms(
  userPoolId: string,
  client: WatchedClient,
  { failedSignIns, throttledRequests }: Pick<Declared, 'failedSignIns' | 'throttledRequests'>,
): readonly AlarmDeclaration[] {
  const throttled = {
    threshold: throttledRequests,
    goesOff: 'from',
    withoutData: TreatMissingData.NOT_BREACHING,
  } as const;
  return [
    {
      name: ['failed-sign-ins', client.name],
      description: `More than ${failedSignIns.percent} percent of sign-ins through the app client ${client.name} fail.`,
      metric: failedPercent(userPoolId, client.id, failedSignIns.ofAtLeast),
      threshold: failedSignIns.percent,
      goesOff: 'above',
      withoutData: TreatMissingData.NOT_BREACHING,
    },
    ...throttles.map(({ metricName, kind }): AlarmDeclaration => ({
      name: [kind, client.name],
      description: `Requests of the app client ${client.name} are throttled (${metricName}): see the quotas of Cognito.`,
      metric: clientMetric(metricName, userPoolId, client.id, Stats.SUM),
      ...throttled,
    })),
    ...client.identityProviders.map((provider): AlarmDeclaration => ({
      name: ['throttled-federation', client.name, provider.name],
      description: `Sign-ins of the app client ${client.name} by ${provider.name} are throttled: see the quotas of Cognito.`,
      metric: federationThrottles(userPoolId, client.id, provider.providerName),
      ...throttled,
    })),
  ];
}

/** SignInSuccesses is 1 for a sign-in that succeeds and 0 for any other, so that its count is that of all of them. */
export function failedPercent(userPoolId: string, clientId: string, ofAtLeast: number): MathExpression {
  return new MathExpression({
    label: 'Failed sign-ins, percent',
    expression: `IF(attempts >= ${ofAtLeast}, 100 * (attempts - successes) / attempts, 0)`,
    usingMetrics: {
      attempts: clientMetric('SignInSuccesses', userPoolId, clientId, Stats.SAMPLE_COUNT),
      successes: clientMetric('SignInSuccesses', userPoolId, clientId, Stats.SUM),
    },
    period,
  });
}
