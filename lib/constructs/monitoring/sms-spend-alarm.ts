import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { AlarmDeclaration } from './alarms';
import { smsSpend } from './metrics';

/** Of what may be spent in a month: afterwards SNS sends nothing, and nobody can sign in with a code. */
const percent = 80;

/** What the account spends on text messages. It knows no user pools: those of others count too. */
export function smsSpendAlarm(monthlySpendLimitDollars: number): AlarmDeclaration {
  return {
    name: ['sms-spend'],
    description: `Text messages have cost ${percent} percent of ${monthlySpendLimitDollars} US dollars this month.`,
    metric: smsSpend(),
    threshold: (monthlySpendLimitDollars * percent) / 100,
    goesOff: 'from',
    // It is reported when a message is sent; what was spent stays spent.
    withoutData: TreatMissingData.IGNORE,
  };
}
