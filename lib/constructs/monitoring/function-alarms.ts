import { Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Environment } from '../../environments/environment';
import type { AlarmDeclaration } from './alarms';
import { functionMetric } from './metrics';
import type { WatchedFunction } from './watched-functions';

type Triggers = Extract<Environment['monitoring'], { readonly alarms: 'on' }>['triggers'];

/** Errors of a function, and for one that Cognito waits for how near it comes to the end of that patience. */
export function functionAlarms(
  { name, functionName, runs }: WatchedFunction,
  triggers: Triggers,
): readonly AlarmDeclaration[] {
  if (runs === 'on-schedule') return [errors(name, functionName, 1)];
  if (triggers === undefined) return [];
  return [
    errors(name, functionName, triggers.errors),
    ...(runs === 'awaited' ? [duration(name, functionName, triggers.milliseconds)] : []),
  ];
}

function errors(name: string, functionName: string, threshold: number): AlarmDeclaration {
  return {
    name: ['errors', name],
    description: `The function ${name} fails: see its log.`,
    metric: functionMetric('Errors', functionName, Stats.SUM),
    threshold,
    goesOff: 'from',
    withoutData: TreatMissingData.NOT_BREACHING,
  };
}

function duration(name: string, functionName: string, milliseconds: number): AlarmDeclaration {
  return {
    name: ['duration', name],
    description: `The function ${name} takes more than ${milliseconds} ms in 1 of 100 runs; Cognito waits 5,000.`,
    metric: functionMetric('Duration', functionName, Stats.percentile(99)),
    threshold: milliseconds,
    goesOff: 'above',
    withoutData: TreatMissingData.NOT_BREACHING,
  };
}
