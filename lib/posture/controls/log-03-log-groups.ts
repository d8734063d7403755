import { attributeReference, Token } from '../../template/value';
import { below } from '../below';
import type { Control, Finding } from '../control';
import { isProduction } from '../intent';
import { conclude } from '../look';
import { logEntries } from '../log-delivery';
import type { LogEntry } from '../log-delivery';
import { numberIn, read } from '../reading';
import type { Located, Subject } from '../subject';
import { given } from '../truth';
import { readingOf, resourcesIn, valueAt } from '../value-at';

const leastDays = 90;
/** CloudWatch Logs keeps for ever what has no retention. */
const forEver = 1_000_000;

export const logGroups: Control = {
  id: 'CGN-LOG-03',
  what: `Log groups that Cognito delivers to say how long they keep it, ${leastDays} days at least in production, and have no KMS key.`,
  why: 'Cognito does not deliver to a log group that is encrypted with a key of KMS: the log stays empty.',
  sources: [{ source: 'AWS API reference', id: 'CloudWatchLogsConfigurationType.LogGroupArn' }],
  conflict:
    'Checkov (CKV_AWS_158) asks for a KMS key on every log group; Cognito needs one without, which is encrypted all the same.',
  severity: { sandbox: 'informational', 'pre-production': 'low', production: 'medium' },
  field: 'logDelivery',
  check: (subject) => subject.pools.flatMap((view) => logEntries(view).flatMap((entry) => findings(entry, subject))),
  orders: [
    {
      type: 'AWS::Logs::LogGroup',
      property: 'RetentionInDays',
      measure: ({ resource }) => {
        const days = read(resource, 'RetentionInDays');
        return days.kind === 'absent' ? { kind: 'known', value: forEver } : days;
      },
      scale: { kind: 'number', stronger: 'larger' },
    },
  ],
};

function findings({ at, property, entry }: LogEntry, subject: Subject): readonly Finding[] {
  const path = 'CloudWatchLogsConfiguration.LogGroupArn';
  const arn = below(entry, path);
  if (arn === undefined) return [];
  const [group] = resourcesIn(arn, subject).filter(({ resource }) => resource.type === 'AWS::Logs::LogGroup');
  if (group !== undefined) return [retention(group, subject), encryption(group)];
  return [conclude(at, `${property}.${path}`, readingOf(arn), 'a log group of these templates', undefined)];
}

function retention(group: Located, { intent }: Subject): Finding {
  const days = read(group.resource, 'RetentionInDays');
  const strict = isProduction(intent);
  const truth =
    days.kind === 'unknown' ? undefined : given(strict, (numberIn(days) ?? 0) >= leastDays, days.kind === 'known');
  const wanted = strict === false ? 'a number of days' : `at least ${leastDays}, written out`;
  return conclude(group, 'RetentionInDays', days, wanted, truth);
}

/** A reference to a key is a key, whatever its ARN turns out to be. */
function encryption(group: Located): Finding {
  const key = valueAt(group.resource, 'KmsKeyId');
  const isUnknown = key instanceof Token && attributeReference(key) === undefined;
  const truth = isUnknown ? undefined : key === undefined;
  return conclude(group, 'KmsKeyId', readingOf(key), 'absent', truth);
}
