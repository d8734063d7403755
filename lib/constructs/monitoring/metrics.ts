import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';

/** Cognito reports every five minutes; the alarms look at as much at a time. */
export const period = Duration.minutes(5);

/** Something of one user pool, through one app client (developer guide, user pool metrics in CloudWatch). */
export function clientMetric(metricName: string, userPoolId: string, clientId: string, statistic: string): Metric {
  return new Metric({
    namespace: 'AWS/Cognito',
    metricName,
    dimensionsMap: { UserPool: userPoolId, UserPoolClient: clientId },
    statistic,
    period,
  });
}

/** Requests that were throttled on the way to or from another identity provider. */
export function federationThrottles(userPoolId: string, clientId: string, identityProvider: string): Metric {
  return new Metric({
    namespace: 'AWS/Cognito',
    metricName: 'FederationThrottles',
    dimensionsMap: { UserPool: userPoolId, UserPoolClient: clientId, IdentityProvider: identityProvider },
    statistic: Stats.SUM,
    period,
  });
}

/** What threat protection looks at (developer guide, threat protection metrics). */
export const operations = ['SignIn', 'SignUp', 'PasswordChange'] as const;

/** Requests that threat protection finds risky, whatever the risk and its level. */
export function riskMetric(userPoolId: string, operation: (typeof operations)[number]): Metric {
  return new Metric({
    namespace: 'AWS/Cognito',
    metricName: 'Risk',
    dimensionsMap: { Operation: operation, UserPoolId: userPoolId },
    statistic: Stats.SUM,
    period,
  });
}

/** Of one function, all versions of it together. */
export function functionMetric(metricName: 'Errors' | 'Duration', functionName: string, statistic: string): Metric {
  return new Metric({
    namespace: 'AWS/Lambda',
    metricName,
    dimensionsMap: { FunctionName: functionName },
    statistic,
    period,
  });
}

/** What the account has spent on text messages in this Region since the month began, in US dollars. */
export function smsSpend(): Metric {
  return new Metric({ namespace: 'AWS/SNS', metricName: 'SMSMonthToDateSpentUSD', statistic: Stats.MAXIMUM, period });
}

/** Requests that a web ACL has blocked, by any of its rules. */
export function blockedRequests(webAcl: string, region: string): Metric {
  return new Metric({
    namespace: 'AWS/WAFV2',
    metricName: 'BlockedRequests',
    dimensionsMap: { WebACL: webAcl, Region: region, Rule: 'ALL' },
    statistic: Stats.SUM,
    period,
  });
}
