import { listed } from '../references';
import type { Happening } from './rule';

/** Names what refers to the old resource, as a sentence; '' where nothing does. */
export function whoRefersTo({ pair: { before }, comparison }: Happening): string {
  const names = before === undefined ? [] : comparison.dependants(before);
  return names.length === 0 ? '' : ` What refers to it: ${listed(names)}.`;
}
