import { RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';

export const removalPolicies = { retain: RemovalPolicy.RETAIN, destroy: RemovalPolicy.DESTROY } as const;

/** How long the logs of the triggers are kept, the audit lines of sign-ins among them. */
export const logRetention = {
  sandbox: RetentionDays.ONE_WEEK,
  'pre-production': RetentionDays.ONE_MONTH,
  production: RetentionDays.ONE_YEAR,
} as const;
