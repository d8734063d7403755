import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { AlarmDeclaration } from './alarms';
import { operations, riskMetric } from './metrics';

const kinds = { SignIn: 'sign-ins', SignUp: 'sign-ups', PasswordChange: 'password-changes' } as const;

/** What threat protection finds risky: stolen passwords, and sign-ins that look like those of somebody else. */
export function riskAlarms(userPoolId: string, riskEvents: number): readonly AlarmDeclaration[] {
  return operations.map((operation) => ({
    name: [`risky-${kinds[operation]}`],
    description: `Threat protection finds ${riskEvents} or more requests risky (${operation}): see the user activity.`,
    metric: riskMetric(userPoolId, operation),
    threshold: riskEvents,
    goesOff: 'from',
    withoutData: TreatMissingData.NOT_BREACHING,
  }));
}
