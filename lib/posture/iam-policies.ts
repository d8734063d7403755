import { isObject, member, Token } from '../template/value';
import type { Value, ValueObject } from '../template/value';
import { below } from './below';
import type { Located, Subject } from './subject';
import { any, type Truth } from './truth';
import { itemsOf, resourcesIn, valueAt } from './value-at';
import { covers, overlap } from './wildcard';

/** A statement of a policy, in the form of lists. */
export interface Statement {
  readonly effect: Value | undefined;
  /** `except`: NotAction, everything but these. */
  readonly actions: Listed;
  readonly resources: Listed;
  readonly principal: Value | undefined;
  readonly conditions: readonly Condition[];
}

interface Listed {
  readonly except: boolean;
  readonly items: readonly Value[];
}

/** One key of a condition: `StringEquals`, `sts:ExternalId` and what it is compared with. */
export interface Condition {
  /** '' where a token stands for the whole condition. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly Value[];
}

/** A document, or a managed policy of which the template knows the ARN alone, with where it is written. */
export interface Policy {
  readonly at: Located;
  readonly property: string;
  readonly content:
    | { readonly kind: 'document'; readonly document: Value | undefined }
    | { readonly kind: 'managed'; readonly arn: Value };
  /** Whether it is known to be a policy of whom it is judged for; otherwise its holder is named by a value from elsewhere. */
  readonly isHeld: boolean;
}

/** The statements of a policy document; a token stands for what is not known. */
export function statementsOf(document: Value | undefined): readonly (Statement | Token)[] {
  if (document instanceof Token) return [document];
  return itemsOf(below(document, 'Statement')).flatMap((each): readonly (Statement | Token)[] =>
    each instanceof Token ? [each] : isObject(each) ? [statementOf(each)] : [],
  );
}

function statementOf(raw: ValueObject): Statement {
  const listed = (name: string): Listed => {
    const except = member(raw, `Not${name}`);
    return except === undefined
      ? { except: false, items: itemsOf(member(raw, name)) }
      : { except: true, items: itemsOf(except) };
  };
  return {
    effect: member(raw, 'Effect'),
    actions: listed('Action'),
    resources: listed('Resource'),
    // Everybody but some is everybody.
    principal: member(raw, 'NotPrincipal') === undefined ? member(raw, 'Principal') : '*',
    conditions: conditionsOf(member(raw, 'Condition')),
  };
}

function conditionsOf(condition: Value | undefined): readonly Condition[] {
  if (condition instanceof Token) return [{ operator: '', key: '', values: [condition] }];
  if (!isObject(condition)) return [];
  return Object.entries(condition).flatMap(([operator, keys]) =>
    isObject(keys)
      ? Object.entries(keys).map(([key, value]) => ({ operator, key, values: itemsOf(value) }))
      : [{ operator, key: '', values: itemsOf(keys) }],
  );
}

/**
 * What a statement demands of a key (`sts:ExternalId`): the values that are taken, of every condition on it; undefined
 * where nothing is demanded. Operators that also hold where the key is missing (IfExists, ForAllValues) demand nothing.
 */
export function demanded({ conditions }: Statement, key: string, operators: RegExp): readonly Value[] | undefined {
  const unknown = conditions.filter((each) => each.operator === '' || each.key === '');
  const found = conditions.filter(
    (each) => each.key.toLowerCase() === key.toLowerCase() && operators.test(each.operator),
  );
  const values = [...found, ...(found.length === 0 ? unknown : [])].flatMap((each) => each.values);
  return values.length === 0 ? undefined : values;
}

/** Operators by which a text, or an ARN, is compared and has to be there. */
export const equality = /^(ForAnyValue:)?(StringEquals|StringLike|ArnEquals|ArnLike)$/i;

/** Which of the principals of a type (`Service`, `Federated`, `AWS`) a statement names; `*` is in every one of them. */
export function principals({ principal }: Statement, type: string): readonly Value[] {
  if (principal === '*' || principal instanceof Token) return [principal];
  return itemsOf(below(principal, type));
}

/** Whether a statement permits any action that one of the patterns matches. */
export function permits({ effect, actions }: Statement, patterns: readonly string[]): boolean | Token {
  if (effect === 'Deny') return false;
  const texts = actions.items.filter((each) => typeof each === 'string');
  const permitted = patterns.some((pattern) =>
    actions.except ? !texts.some((text) => covers(text, pattern)) : texts.some((text) => overlap(text, pattern)),
  );
  const [token] = [effect, ...actions.items].filter((each) => each instanceof Token);
  // Whatever the token is, the others permit it, unless it says that it is Deny or one more exception.
  if (permitted && !actions.except && !(effect instanceof Token)) return true;
  return token ?? permitted;
}

const documents: readonly (readonly [type: string, property: string])[] = [
  ['AWS::IAM::Policy', 'PolicyDocument'],
  ['AWS::IAM::ManagedPolicy', 'PolicyDocument'],
  ['AWS::IAM::RolePolicy', 'PolicyDocument'],
  ['AWS::IAM::UserPolicy', 'PolicyDocument'],
  ['AWS::IAM::GroupPolicy', 'PolicyDocument'],
];

const holders = ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'];

/** Every policy of identities that the templates write. */
export function everyPolicy(subject: Subject): readonly Policy[] {
  return [
    ...holders.flatMap((type) => subject.ofType(type).flatMap((at) => [...inlineOf(at), ...managedOf(at)])),
    ...documents.flatMap(([type, property]) =>
      subject.ofType(type).map((at) => documentOf(at, property, valueAt(at.resource, property))),
    ),
  ];
}

/** What a role permits: what it says itself, and every policy of the templates that names it. */
export function policiesOf(role: Located, subject: Subject): readonly Policy[] {
  const separate = documents.flatMap(([type, property]) =>
    subject.ofType(type).flatMap((at) => {
      const isHeld = names(at, role, subject);
      return isHeld === false
        ? []
        : [{ ...documentOf(at, property, valueAt(at.resource, property)), isHeld: isHeld === true }];
    }),
  );
  const managed = managedOf(role).filter(({ content }) => !isWritten(content, subject));
  const referred = managedOf(role).flatMap(({ content }) =>
    content.kind === 'managed' ? resourcesIn(content.arn, subject) : [],
  );
  const own = referred
    .filter(({ resource }) => !separate.some(({ at }) => at.resource === resource))
    .map((at) => documentOf(at, 'PolicyDocument', valueAt(at.resource, 'PolicyDocument')));
  return [...inlineOf(role), ...managed, ...separate, ...own];
}

/** Whether the template itself has the document of a managed policy. */
function isWritten(content: Policy['content'], subject: Subject): boolean {
  return content.kind === 'managed' && resourcesIn(content.arn, subject).length > 0;
}

function names({ resource }: Located, role: Located, subject: Subject): Truth {
  const holdersOf = [...itemsOf(valueAt(resource, 'Roles')), ...itemsOf(valueAt(resource, 'RoleName'))];
  const roleName = valueAt(role.resource, 'RoleName');
  return any(
    holdersOf.map((each) => {
      const named = resourcesIn(each, subject);
      if (named.some((found) => found.resource === role.resource)) return true;
      return named.length === 0 && each instanceof Token ? undefined : each === roleName;
    }),
  );
}

function inlineOf(at: Located): readonly Policy[] {
  return itemsOf(valueAt(at.resource, 'Policies')).map((each, index) =>
    documentOf(at, `Policies.${index}.PolicyDocument`, below(each, 'PolicyDocument')),
  );
}

function managedOf(at: Located): readonly Policy[] {
  return itemsOf(valueAt(at.resource, 'ManagedPolicyArns')).map((arn, index) => ({
    at,
    property: `ManagedPolicyArns.${index}`,
    content: { kind: 'managed', arn },
    isHeld: true,
  }));
}

function documentOf(at: Located, property: string, document: Value | undefined): Policy {
  return { at, property, content: { kind: 'document', document }, isHeld: true };
}
