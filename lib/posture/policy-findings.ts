import { Token } from '../template/value';
import type { Value } from '../template/value';
import type { Finding } from './control';
import { statementsOf } from './iam-policies';
import type { Policy, Statement } from './iam-policies';
import type { Subject } from './subject';
import { writtenText } from './written-text';

/** What is wrong with one statement: a text for people; undefined: nothing; a token: nobody can tell. */
export type Offence = (statement: Statement) => string | Token | undefined;

/** What AWS lets everybody do by a managed policy, by the name that ends its ARN; undefined: not known here. */
const managedByAws: Readonly<Record<string, 'harmless' | 'broad'>> = {
  'service-role/AWSLambdaBasicExecutionRole': 'harmless',
  'service-role/AWSLambdaVPCAccessExecutionRole': 'harmless',
  AWSXRayDaemonWriteAccess: 'harmless',
  CloudWatchLambdaInsightsExecutionRolePolicy: 'harmless',
  AdministratorAccess: 'broad',
  PowerUserAccess: 'broad',
  IAMFullAccess: 'broad',
  AmazonCognitoPowerUser: 'broad',
};

/**
 * Looks at one policy: a finding where a statement offends, or could.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
export function policyFinding(policy: Policy, subject: Subject, wanted: string, offence: Offence): Finding {
  const { at, property, content, isHeld } = policy;
  if (content.kind === 'managed') return { at, property, wanted, ...managedVerdict(content.arn, subject) };
  const all = statementsOf(content.document).map((each) => (each instanceof Token ? each : offence(each)));
  const offences = all.filter((each) => typeof each === 'string');
  const [token] = all.filter((each) => each instanceof Token);
  if (offences.length > 0 && !isHeld)
    return { at, property, wanted, verdict: 'unknown', found: `${offences.join('; ')}, if the role is this one` };
  if (offences.length > 0) return { at, property, wanted, verdict: 'fail', found: offences.join('; ') };
  if (token !== undefined)
    return { at, property, wanted, verdict: 'unknown', found: `${token.describe()}: ${token.reason}` };
  return { at, property, wanted, verdict: 'pass', found: `${all.length} statements, none of them broader` };
}

function managedVerdict(arn: Value, subject: Subject): Pick<Finding, 'verdict' | 'found'> {
  const text = writtenText(arn, subject);
  const name = text === undefined ? undefined : /:iam::aws:policy\/(.+)$/.exec(text)?.[1];
  const known = name !== undefined && Object.hasOwn(managedByAws, name) ? managedByAws[name] : undefined;
  const found = text ?? (arn instanceof Token ? `${arn.describe()}: ${arn.reason}` : JSON.stringify(arn));
  if (known === undefined) return { verdict: 'unknown', found: `${found}, whose statements are not in the templates` };
  return { verdict: known === 'harmless' ? 'pass' : 'fail', found };
}

/** A statement for people: what it permits, and on what. */
export function shownStatement({ actions, resources }: Statement): string {
  const list = ({ except, items }: Statement['actions']): string =>
    `${except ? 'everything but ' : ''}${items.map((each) => (each instanceof Token ? each.describe() : JSON.stringify(each))).join(', ')}`;
  return `${list(actions)} on ${list(resources)}`;
}
