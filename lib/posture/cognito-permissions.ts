import { Token } from '../template/value';
import type { Value } from '../template/value';
import { permits } from './iam-policies';
import type { Statement } from './iam-policies';
import { shownStatement } from './policy-findings';
import type { Subject } from './subject';
import { resourcesIn } from './value-at';
import { overlap } from './wildcard';
import { writtenText } from './written-text';

/**
 * What changes users and settings of a user pool. CreateUserPool alone cannot be limited to a pool, as there is none yet.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html
 */
export const changesOfUserPools: readonly string[] = [
  'cognito-idp:Admin*',
  'cognito-idp:CreateUserPool?*',
  'cognito-idp:CreateG*',
  'cognito-idp:CreateI*',
  'cognito-idp:CreateM*',
  'cognito-idp:CreateR*',
  'cognito-idp:CreateT*',
  'cognito-idp:Update*',
  'cognito-idp:Delete*',
  'cognito-idp:Set*',
  'cognito-idp:Add*',
];

/** Any user pool of anybody, as the parts of an ARN. */
const anyPool = ['arn', '*', 'cognito-idp', '*', '*', 'userpool/*'];

/** What a statement that may change user pools names: `undefined` where it is about something else. */
export function breadthOver(statement: Statement, subject: Subject): 'named' | 'broad' | Token | undefined {
  const permitted = permits(statement, changesOfUserPools);
  if (permitted === false) return undefined;
  const { except, items } = statement.resources;
  if (except) return permitted === true ? 'broad' : permitted;
  const all = items.map((item) => breadthOf(item, subject));
  const [token] = all.filter((each) => each instanceof Token);
  if (all.every((each) => each === undefined)) return undefined;
  if (permitted instanceof Token) return all.includes('broad') || token !== undefined ? permitted : 'named';
  return all.includes('broad') ? 'broad' : (token ?? 'named');
}

/** Whether a resource of a statement is one user pool, more than one, unknown, or none at all. */
function breadthOf(item: Value, subject: Subject): 'named' | 'broad' | Token | undefined {
  const text = writtenText(item, subject);
  if (text === undefined) return item instanceof Token ? item : undefined;
  const isPool = resourcesIn(item, subject).some(({ resource }) => resource.type === 'AWS::Cognito::UserPool');
  // The id of a pool is its own in every account and Region: wildcards beside it change nothing.
  if (isPool) return 'named';
  if (!canNamePools(text)) return undefined;
  return /[*?]/.test(text) ? 'broad' : 'named';
}

/** Whether an ARN with wildcards can be that of a user pool. A wildcard stays within its part, but for one at the end. */
function canNamePools(text: string): boolean {
  const [first, ...others] = text.split(':');
  const parts = [first ?? '', ...others.slice(0, 4), others.slice(4).join(':')].slice(0, others.length + 1);
  return anyPool.every((part, index) => overlap(parts[index] ?? (text.endsWith('*') ? '*' : ''), part)) || text === '*';
}

/** The same as what is wrong with the statement. */
export function broadOverUserPools(subject: Subject): (statement: Statement) => string | Token | undefined {
  return (statement) => {
    const breadth = breadthOver(statement, subject);
    if (breadth === 'broad') return shownStatement(statement);
    return breadth instanceof Token ? breadth : undefined;
  };
}
