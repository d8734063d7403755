import type { PoolSettings } from '../settings/pool-settings';
import type { User } from '../state/user';
import type { Withheld } from './change';
import type { KeptUser } from './kept-state';

type Texts = Readonly<Record<string, string>>;

/**
 * A kept user in the pool of today's template: a group or an attribute that it no longer declares is withheld, and one
 * that it declares again is given back.
 */
export function fitUser(
  { user, withheld = nothing }: KeptUser,
  { groups, schema }: Pick<PoolSettings, 'groups' | 'schema'>,
): KeptUser {
  const isGroup = (name: string): boolean => groups.some((group) => group.name === name);
  const isAttribute = (name: string): boolean => schema.some((attribute) => attribute.name === name);
  const memberships = [...new Set([...user.groups, ...withheld.groups])];
  const attributes = { ...withheld.attributes, ...user.attributes };
  const pending = { ...withheld.pendingAttributes, ...user.pendingAttributes };
  const fitting: User = {
    ...user,
    groups: memberships.filter(isGroup),
    attributes: only(attributes, isAttribute),
    pendingAttributes: only(pending, isAttribute),
  };
  const left: Withheld = {
    groups: memberships.filter((name) => !isGroup(name)),
    attributes: only(attributes, (name) => !isAttribute(name)),
    pendingAttributes: only(pending, (name) => !isAttribute(name)),
  };
  return { user: fitting, withheld: isNothing(left) ? undefined : left };
}

const nothing: Withheld = { groups: [], attributes: {}, pendingAttributes: {} };

function only(texts: Texts, holds: (name: string) => boolean): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => holds(name)));
}

function isNothing({ groups, attributes, pendingAttributes }: Withheld): boolean {
  return [groups, Object.keys(attributes), Object.keys(pendingAttributes)].every((names) => names.length === 0);
}
