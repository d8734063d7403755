import { isList, isObject, member, Token } from '../template/value';
import type { Value } from '../template/value';
import type { Located, PoolView, Subject } from './subject';
import { itemsOf, resourcesIn, valueAt } from './value-at';

export const webAclType = 'AWS::WAFv2::WebACL';
const associationType = 'AWS::WAFv2::WebACLAssociation';

/** Associations of web ACLs with the pool, and those of which it is unknown before what they stand. */
export function associationsOf({ pool }: PoolView, subject: Subject) {
  const all = subject.ofType(associationType);
  const own = all.filter(({ resource }) =>
    resourcesIn(resource.properties['ResourceArn'], subject).some((found) => found.resource === pool.resource),
  );
  const unknown = all.filter(({ resource }) => {
    const arn = valueAt(resource, 'ResourceArn');
    return arn instanceof Token && resourcesIn(arn, subject).length === 0;
  });
  return { own, unknown };
}

/** The web ACLs that stand before user pools of the environment, as far as its templates have them. */
export function webAclsOf(subject: Subject): readonly Located[] {
  const found = subject.pools.flatMap((view) =>
    associationsOf(view, subject).own.flatMap(({ resource }) =>
      resourcesIn(resource.properties['WebACLArn'], subject).filter((each) => each.resource.type === webAclType),
    ),
  );
  return found.filter((each, index) => found.findIndex(({ resource }) => resource === each.resource) === index);
}

/** A rule of a web ACL, as far as it is known. */
export interface WebAclRule {
  /** What the rule does where it says so itself: `Block`; an override of a rule group: `None`, `Count`. */
  readonly action: string | Token | undefined;
  /** Names of the managed rule groups in it. */
  readonly ruleGroups: readonly (string | Token)[];
  readonly isRateBased: boolean;
  /** Whether it hands over to a rule group that is described elsewhere. */
  readonly isElsewhere: boolean;
}

/** The rules in their order; a token stands for one that is not known, or for all of them. */
export function rulesOf({ resource }: Located): readonly (WebAclRule | Token)[] {
  return itemsOf(valueAt(resource, 'Rules')).map((rule) => (rule instanceof Token ? rule : ruleOf(rule)));
}

function ruleOf(rule: Value): WebAclRule {
  const part = (name: string): Value | undefined => (isObject(rule) ? member(rule, name) : undefined);
  const statements = statementsIn(part('Statement'));
  return {
    action: nameOf(part('Action') ?? part('OverrideAction')),
    ruleGroups: statements.flatMap(([name, content]) =>
      name === 'ManagedRuleGroupStatement' || content instanceof Token ? nameOfGroup(content) : [],
    ),
    isRateBased: statements.some(([name]) => name === 'RateBasedStatement'),
    isElsewhere: statements.some(
      ([name, content]) => name === 'RuleGroupReferenceStatement' || content instanceof Token,
    ),
  };
}

/** `{ Block: {} }`: the one key says what is done. */
function nameOf(action: Value | undefined): string | Token | undefined {
  return action instanceof Token ? action : isObject(action) ? Object.keys(action)[0] : undefined;
}

/** What is not known may be any rule group. */
function nameOfGroup(content: Value): readonly (string | Token)[] {
  const name = isObject(content) ? member(content, 'Name') : content;
  return typeof name === 'string' || name instanceof Token ? [name] : [];
}

/** Every statement in a statement, by its name: AndStatement and its kin have others in them. */
function statementsIn(statement: Value | undefined): readonly (readonly [string, Value])[] {
  if (isList(statement)) return statement.flatMap(statementsIn);
  if (statement instanceof Token) return [['', statement]];
  if (!isObject(statement)) return [];
  return Object.entries(statement).flatMap(([name, content]) =>
    name.endsWith('Statement') || name === 'Statements' ? [[name, content] as const, ...statementsIn(content)] : [],
  );
}
