import type { Environment } from '../../lib/environments/environment';
import { environmentNode, nodeAt } from '../../lib/environments/schema-node';
import type { SchemaNode } from '../../lib/environments/schema-node';

/** The lists of an environment whose order means something, by their path, with what it means. */
export const orderedLists = {
  accountRecovery: 'The first that a user has is taken.',
  'webAcl.managedRuleGroups': 'A request meets them one after the other.',
  'identityPool.roleMapping.rules': 'The first that matches decides.',
} as const;

/** The same environment with the keys of every object in the opposite order. */
export function withOtherKeys(environment: Environment): Environment {
  return otherKeys(environment) as Environment;
}

function otherKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(otherKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toReversed();
  return Object.fromEntries(entries.map(([key, inner]) => [key, otherKeys(inner)]));
}

/** The same environment with every list in the opposite order, but for those whose order means something. */
export function withOtherLists(environment: Environment): Environment {
  return otherLists(environment, '') as Environment;
}

function otherLists(value: unknown, path: string): unknown {
  if (Array.isArray(value)) {
    const entries = value.map((entry) => otherLists(entry, path));
    return Object.hasOwn(orderedLists, path) ? entries : entries.toReversed();
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, otherLists(inner, path === '' ? key : `${path}.${key}`)]),
  );
}

/** The paths of the lists that a declaration can have and that can hold two entries, as docs/environments.md writes them. */
export function listPaths(node: SchemaNode = environmentNode, path = ''): readonly string[] {
  const below = (child: SchemaNode, key: string) => listPaths(child, path === '' ? key : `${path}.${key}`);
  const inner = [
    ...(node.oneOf ?? []).flatMap((variant) => listPaths(variant, path)),
    ...Object.entries(node.properties ?? {}).flatMap(([key, child]) => below(child, key)),
    ...(node.additionalProperties === undefined || node.additionalProperties === false
      ? []
      : below(node.additionalProperties, 'NAME')),
    ...(node.items === undefined ? [] : listPaths(node.items, `${path}[0]`)),
  ];
  const canBeOrdered = node.type === 'array' && (node.maxItems ?? 2) > 1;
  return [...new Set(canBeOrdered ? [path, ...inner] : inner)];
}

/** Of {@link listPaths}, those that hold two entries or more in an environment. */
export function longListPaths(environment: Environment): readonly string[] {
  return longLists(environment, environment, [], '');
}

function longLists(
  environment: Environment,
  value: unknown,
  keys: readonly (string | number)[],
  path: string,
): readonly string[] {
  if (Array.isArray(value)) {
    const inner = value.flatMap((entry, index) => longLists(environment, entry, [...keys, index], `${path}[0]`));
    return value.length > 1 ? [path, ...inner] : inner;
  }
  if (typeof value !== 'object' || value === null) return [];
  const isRecord = nodeAt(keys, environment)?.properties === undefined;
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = isRecord ? 'NAME' : key;
    return longLists(environment, inner, [...keys, key], path === '' ? name : `${path}.${name}`);
  });
}
