import { Token } from '../../template/value';
import type { Control, Finding } from '../control';
import { permits, policiesOf, statementsOf } from '../iam-policies';
import type { Policy, Statement } from '../iam-policies';
import { attachedRoles } from '../identity-pools';
import { conclude } from '../look';
import { policyFinding, shownStatement } from '../policy-findings';
import type { Offence } from '../policy-findings';
import type { Subject } from '../subject';
import { readingOf } from '../value-at';
import { writtenText } from '../written-text';

/** What nobody should do with credentials that lie in a browser. */
const never = ['iam:*', 'sts:*', 'organizations:*', 'cognito-idp:Admin*'];
/** Actions that only read, by their first word. */
const reading = /^[\w-]+:(Get|BatchGet|List|Describe|Head|Query|Scan|Select|Search|View|Lookup)/;
const wanted = 'no action *, none of IAM, STS or the administration of user pools, and no writing on every resource';

export const rolePermissions: Control = {
  id: 'CGN-IDN-04',
  what: 'The roles of an identity pool permit little: no wildcard of all actions, nothing of IAM, and no writing on every resource.',
  why: 'Users hold these credentials themselves and can use them for whatever is permitted.',
  sources: [{ source: 'AWS developer guide', id: 'identity-pools-security-best-practices' }],
  severity: { sandbox: 'medium', 'pre-production': 'high', production: 'critical' },
  field: 'identityPool.s3',
  check: (subject) =>
    attachedRoles(subject).flatMap(({ at, property, arn, role, identities }): readonly Finding[] => {
      if (role === undefined)
        return [
          conclude(at, property, readingOf(arn), 'a role of these templates, whose policies can be read', undefined),
        ];
      return policiesOf(role, subject).map((policy) => {
        const finding = policyFinding(policy, subject, wanted, offence(subject));
        return identities === 'unauthenticated' ? asGuest(policy, finding) : finding;
      });
    }),
  // As CGN-IAM-03.
  orders: [],
};

/** What guests may do is for somebody to confirm: nothing in a template says what is meant. */
function asGuest({ content }: Policy, finding: Finding): Finding {
  const statements = content.kind === 'document' ? statementsOf(content.document) : [];
  const permitting = statements.filter((each) => !(each instanceof Token) && each.effect !== 'Deny');
  if (finding.verdict !== 'pass' || permitting.length === 0) return finding;
  const found = permitting.map((each) => (each instanceof Token ? '' : shownStatement(each))).join('; ');
  return { ...finding, verdict: 'manual', found, wanted: 'only what anybody on the internet may do' };
}

function offence(subject: Subject): Offence {
  return (statement) => {
    const forbidden = permits(statement, never);
    const writing = writes(statement);
    if (forbidden === true) return shownStatement(statement);
    const everywhere = isEverywhere(statement, subject);
    if (writing === true && everywhere === true) return shownStatement(statement);
    if (writing === false || everywhere === false) return forbidden instanceof Token ? forbidden : undefined;
    return [forbidden, writing, everywhere].find((each) => each instanceof Token);
  };
}

/** Whether an action does more than read. */
function writes({ effect, actions }: Statement): boolean | Token {
  if (effect === 'Deny') return false;
  if (actions.except) return true;
  const texts = actions.items.filter((each) => typeof each === 'string');
  if (texts.some((text) => !reading.test(text))) return true;
  return actions.items.filter((each) => each instanceof Token)[0] ?? false;
}

/** Whether one of the resources is a wildcard for all, or for all of a service. */
function isEverywhere({ resources }: Statement, subject: Subject): boolean | Token {
  if (resources.except) return true;
  const texts = resources.items.map((item) => writtenText(item, subject));
  if (texts.some((text) => text !== undefined && /^(\*|arn:[^:]*:[^:]*:[^:]*:[^:]*:\*+)$/.test(text))) return true;
  const unknown = resources.items.flatMap((item, index) =>
    texts[index] === undefined && item instanceof Token ? [item] : [],
  );
  return unknown[0] ?? false;
}
