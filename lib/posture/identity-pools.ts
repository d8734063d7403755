import { isObject, Token } from '../template/value';
import type { Value } from '../template/value';
import type { Located, Subject } from './subject';
import { itemsOf, resourcesIn, valueAt } from './value-at';

export const identityPoolType = 'AWS::Cognito::IdentityPool';
export const attachmentType = 'AWS::Cognito::IdentityPoolRoleAttachment';

/** A role that identities of a pool can get. */
export interface AttachedRole {
  /** The attachment. */
  readonly at: Located;
  /** `Roles.authenticated`, `RoleMappings.web.RulesConfiguration.Rules.0.RoleARN` */
  readonly property: string;
  readonly arn: Value;
  readonly identities: 'authenticated' | 'unauthenticated';
  /** The role, where the templates have it. */
  readonly role: Located | undefined;
}

/** The identity pool that an attachment, or a set of principal tags, is for. */
export function identityPoolOf({ resource }: Located, subject: Subject): Located | undefined {
  return resourcesIn(resource.properties['IdentityPoolId'], subject).find(
    (found) => found.resource.type === identityPoolType,
  );
}

/** A mapping from claims to roles, by the key that it has in the attachment. */
export interface RoleMapping {
  readonly at: Located;
  readonly property: string;
  readonly mapping: Value;
}

export function roleMappings(subject: Subject): readonly RoleMapping[] {
  return subject.ofType(attachmentType).flatMap((at) => {
    const mappings = valueAt(at.resource, 'RoleMappings');
    if (mappings instanceof Token) return [{ at, property: 'RoleMappings', mapping: mappings }];
    if (!isObject(mappings)) return [];
    return Object.entries(mappings).map(([key, mapping]) => ({ at, property: `RoleMappings.${key}`, mapping }));
  });
}

/** The rules of a mapping, with where each is. */
export function rulesOfMapping({ mapping, property }: RoleMapping): readonly (readonly [string, Value])[] {
  const path = 'RulesConfiguration.Rules';
  const rules = itemsOf(isObject(mapping) ? valueAt({ properties: mapping, condition: undefined }, path) : undefined);
  return rules.map((rule, index) => [`${property}.${path}.${index}`, rule] as const);
}

/** What may name several roles, of which none can be told. */
function unread(at: Located, property: string, arn: Token): AttachedRole {
  return { at, property, arn, identities: 'authenticated', role: undefined };
}

/** Every role that identities get, and what stands in the place of one that is not known. */
export function attachedRoles(subject: Subject): readonly AttachedRole[] {
  const named = (at: Located, property: string, arn: Value, identities: AttachedRole['identities']): AttachedRole => {
    const role = resourcesIn(arn, subject).find(({ resource }) => resource.type === 'AWS::IAM::Role');
    return { at, property, arn, identities, role };
  };
  const direct = subject.ofType(attachmentType).flatMap((at) => {
    const roles = valueAt(at.resource, 'Roles');
    if (roles instanceof Token) return [unread(at, 'Roles', roles)];
    if (!isObject(roles)) return [];
    return Object.entries(roles).map(([kind, arn]) =>
      named(at, `Roles.${kind}`, arn, kind === 'unauthenticated' ? kind : 'authenticated'),
    );
  });
  const mapped = roleMappings(subject).flatMap((each) => {
    if (each.mapping instanceof Token) return [unread(each.at, each.property, each.mapping)];
    return rulesOfMapping(each).flatMap(([property, rule]) => {
      if (rule instanceof Token) return [unread(each.at, property, rule)];
      const arn = isObject(rule) ? rule['RoleARN'] : rule;
      return arn === undefined ? [] : [named(each.at, `${property}.RoleARN`, arn, 'authenticated')];
    });
  });
  return [...direct, ...mapped];
}
