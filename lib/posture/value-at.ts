import type { Resource } from '../template/resolve';
import { isList, Token } from '../template/value';
import type { Value } from '../template/value';
import { below, ofConditional } from './below';
import { read, type Reading } from './reading';
import type { Located, Subject } from './subject';

/**
 * What stands at a path below the properties of a resource, tokens included: for lists and objects of which a part is
 * known. A token on the way is what stands there; of a resource of which it is unknown whether it exists everything is one.
 */
export function valueAt(
  { properties, condition }: Pick<Resource, 'properties' | 'condition'>,
  path: string,
): Value | undefined {
  const value = below(properties, path);
  return condition === undefined ? value : ofConditional(condition, value);
}

/** The items of a list; one item where CloudFormation takes one for a list, or a token stands for it. */
export function itemsOf(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

export function readingOf(value: Value | undefined): Reading {
  return value === undefined ? { kind: 'absent' } : read({ properties: { value }, condition: undefined }, 'value');
}

/** Every resource of the subject that a value refers to, alone or inside of a longer text. */
export function resourcesIn(value: Value | undefined, { stacks }: Pick<Subject, 'stacks'>): readonly Located[] {
  const tokens = value instanceof Token ? [value] : [];
  return tokens.flatMap(({ references }) =>
    references.flatMap(({ stack: path, logicalId }) => {
      const stack = stacks.find(({ artifact }) => artifact.path === path);
      const resource = stack?.resources.get(logicalId);
      return stack && resource ? [{ stack, resource }] : [];
    }),
  );
}

/** Where a resource is in its environment: `prod/auth/UserPool`. */
export function pathOf({ stack, resource }: Located): string {
  return `${stack.artifact.path}/${resource.logicalId}`;
}
