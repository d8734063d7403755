import { breadthOver, broadOverUserPools } from '../cognito-permissions';
import { Token } from '../../template/value';
import type { Control } from '../control';
import { everyPolicy, statementsOf } from '../iam-policies';
import type { Policy } from '../iam-policies';
import { policyFinding } from '../policy-findings';
import type { Subject } from '../subject';

export const namedUserPools: Control = {
  id: 'CGN-IAM-04',
  what: 'A policy that lets somebody change users or settings names the user pool.',
  why: 'With a wildcard the one who answers the telephone owns the users of every user pool of the account.',
  sources: [{ source: 'AWS developer guide', id: 'security-iam' }],
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  check: (subject) =>
    everyPolicy(subject)
      .filter((policy) => isAboutUserPools(policy, subject))
      .map((policy) => policyFinding(policy, subject, 'the ARNs of user pools', broadOverUserPools(subject))),
  // As CGN-IAM-03.
  orders: [],
};

/** Of managed policies only the ones that are broad by their name are judged; what others permit is not here. */
function isAboutUserPools({ content }: Policy, subject: Subject): boolean {
  if (content.kind === 'managed') return /policy\/(AdministratorAccess|AmazonCognito)/.test(textOf(content.arn));
  const statements = statementsOf(content.document);
  return statements.some((each) => each instanceof Token || breadthOver(each, subject) !== undefined);
}

function textOf(arn: Extract<Policy['content'], { kind: 'managed' }>['arn']): string {
  return arn instanceof Token ? arn.describe() : JSON.stringify(arn);
}
