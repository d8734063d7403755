import { Token } from '../../template/value';
import { broadOverUserPools } from '../cognito-permissions';
import type { Control, Finding } from '../control';
import { permits, policiesOf } from '../iam-policies';
import { policyFinding, shownStatement } from '../policy-findings';
import type { Offence } from '../policy-findings';
import { shown } from '../reading';
import type { Subject } from '../subject';
import { roleOf, triggersOf } from '../triggers';
import { pathOf, readingOf } from '../value-at';

export const triggerRoles: Control = {
  id: 'CGN-IAM-03',
  what: 'The functions of triggers may change no user pool but named ones, and nothing of IAM.',
  why: 'A trigger works on what strangers type: a mistake in it hands them what its role permits.',
  sources: [
    { source: 'cdk-nag', id: 'AwsSolutions-IAM4' },
    { source: 'cdk-nag', id: 'AwsSolutions-IAM5' },
    { source: 'AWS developer guide', id: 'security-iam' },
  ],
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  field: 'triggers',
  check: (subject) => {
    const triggers = subject.pools.flatMap(({ pool }) => triggersOf(pool).map((trigger) => ({ pool, ...trigger })));
    const roles = triggers.flatMap(({ arn }) => roleOf(arn, subject) ?? []);
    const once = [...new Map(roles.map((role) => [pathOf(role), role])).values()];
    const elsewhere = triggers
      .filter(({ arn }) => roleOf(arn, subject) === undefined)
      .map(({ pool: at, property, arn }): Finding => {
        const found = `${shown(readingOf(arn))}, whose role is not in the templates`;
        return { verdict: 'unknown', at, property, found, wanted };
      });
    const policies = once.flatMap((role) => policiesOf(role, subject));
    return [...policies.map((policy) => policyFinding(policy, subject, wanted, offence(subject))), ...elsewhere];
  },
  // How broad a policy is is no single value: what a change to it makes worse shows as a control that fails.
  orders: [],
};

const wanted = 'no change to user pools that are not named, and no action of IAM';

function offence(subject: Subject): Offence {
  const overPools = broadOverUserPools(subject);
  return (statement) => {
    const iam = permits(statement, ['iam:*']);
    const pools = overPools(statement);
    if (iam === true) return shownStatement(statement);
    return pools ?? (iam instanceof Token ? iam : undefined);
  };
}
