import type { Located, Subject } from '../posture/subject';
import { tokensIn } from '../template/value';
import type { Reference, Value } from '../template/value';

/** One text for what a reference points at: a resource of a stack, whichever attribute of it. */
export function targetOf({ stack, logicalId }: Pick<Reference, 'stack' | 'logicalId'>): string {
  return `${stack} ${logicalId}`;
}

export function targetOfResource({ stack, resource }: Located): string {
  return targetOf({ stack: stack.artifact.path, logicalId: resource.logicalId });
}

/** Everything that a value refers to, inside Fn::Join, Fn::Sub and the like as well. */
export function targetsIn(value: Value | undefined): readonly string[] {
  return tokensIn(value).flatMap(({ references }) => references.map(targetOf));
}

/** Who refers to each resource of an environment: resources by logical id and type, and outputs, in their order. */
export function dependantsIn({ stacks }: Subject): ReadonlyMap<string, readonly string[]> {
  const dependants = new Map<string, Set<string>>();
  const add = (value: Value, name: string): void => {
    for (const target of targetsIn(value)) dependants.set(target, (dependants.get(target) ?? new Set()).add(name));
  };
  for (const { resources, outputs } of stacks) {
    for (const { logicalId, type, properties } of resources.values()) add(properties, `${logicalId} (${type})`);
    for (const [name, value] of outputs) add(value, `output ${name}`);
  }
  return new Map([...dependants].map(([target, names]) => [target, [...names]]));
}

/** `A (T), B (T) and 3 more` */
export function listed(names: readonly string[], most = 6): string {
  const rest = names.length - most;
  return rest > 0 ? `${names.slice(0, most).join(', ')} and ${rest} more` : names.join(', ');
}
