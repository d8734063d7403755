import type { Order } from './order';
import { isThere } from './presence';
import { readingOf, valueAt } from './value-at';

/** Whether nothing is at a path below the properties, for orders of what weakens by being there. */
export function absence(property: string): Order['measure'] {
  return (at) => {
    const there = isThere(at, property);
    return there === undefined ? readingOf(valueAt(at.resource, property)) : { kind: 'known', value: !there };
  };
}
