import type { Control, Finding } from '../control';
import { conclude, look } from '../look';
import { notKnown } from '../reading';
import { smsRoleOf, smsTrust } from '../sms-role-trust';
import type { Located, Subject } from '../subject';
import { type Truth, verdictOf } from '../truth';
import { readingOf, valueAt } from '../value-at';

const externalId = 'SmsConfiguration.ExternalId';
const caller = 'SmsConfiguration.SnsCallerArn';
const trustPolicy = 'AssumeRolePolicyDocument';

export const smsRole: Control = {
  id: 'CGN-IAM-01',
  what: 'The role for text messages is for this user pool alone: it demands its external id, and its account or ARN.',
  why: 'Otherwise Cognito sends text messages at your cost for whoever names the role in a user pool of their own.',
  sources: [
    { source: 'AWS developer guide', id: 'cognito-user-pool-sms-settings' },
    { source: 'AWS API reference', id: 'SmsConfigurationType.ExternalId' },
  ],
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  field: 'smsSender',
  check: (subject) =>
    subject.pools
      .filter(({ pool }) => valueAt(pool.resource, 'SmsConfiguration') !== undefined)
      .flatMap(({ pool }) => findings(pool, subject)),
  orders: [
    {
      type: 'AWS::Cognito::UserPool',
      property: caller,
      measure: (pool, subject) => {
        const role = smsRoleOf(pool, subject);
        const dependsOn = [valueAt(pool.resource, caller), valueAt(pool.resource, externalId)];
        if (role === undefined) return notKnown('its trust policy is not in the templates', ...dependsOn);
        const trust = valueAt(role.resource, trustPolicy);
        if (pool.resource.condition !== undefined)
          return notKnown('it depends on a condition whether the user pool is there', ...dependsOn, trust);
        const { externalId: hasId, source } = smsTrust(pool, role, subject);
        if (hasId === undefined || source === undefined)
          return notKnown('a condition of its trust policy is not known before deployment', ...dependsOn, trust);
        return { kind: 'known', value: [...(hasId ? ['sts:ExternalId'] : []), ...(source ? ['aws:Source'] : [])] };
      },
      scale: { kind: 'set', stronger: 'larger' },
    },
  ],
};

function findings(pool: Located, subject: Subject): readonly Finding[] {
  const role = smsRoleOf(pool, subject);
  const given = look(pool, externalId, {
    wanted: 'an external id',
    passes: (reading) => reading.kind === 'known' && reading.value !== '',
  });
  if (role === undefined) {
    const arn = readingOf(valueAt(pool.resource, caller));
    return [given, conclude(pool, caller, arn, 'a role of these templates, whose trust policy can be read', undefined)];
  }
  const { externalId: hasId, source } = smsTrust(pool, role, subject);
  const demand = (wanted: string, truth: Truth): Finding => ({
    verdict: verdictOf(truth),
    at: role,
    property: trustPolicy,
    found:
      truth === undefined ? 'a condition that is not known before deployment' : truth ? 'demanded' : 'not demanded',
    wanted,
  });
  return [
    given,
    demand('sts:ExternalId equal to that of the user pool', hasId),
    demand('aws:SourceArn or aws:SourceAccount of the user pool', source),
  ];
}
