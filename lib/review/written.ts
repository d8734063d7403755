import { isObject, member } from '../template/value';
import type { Value } from '../template/value';
import type { Pair } from './verdict';

/** Whether the template said something at a path below Properties before, and says nothing there now. */
export function isRemoval({ before, after }: Pair, property: string): boolean {
  const [left, right] = [before, after].map((each) => each && valueAt(each.resource.properties, property));
  return left !== undefined && right === undefined;
}

/** What is written at a path, dotted; undefined: nothing, or not known so far down. */
export function valueAt(properties: Value, property: string): Value | undefined {
  return property
    .split('.')
    .reduce<Value | undefined>((value, key) => (isObject(value) ? member(value, key) : undefined), properties);
}
