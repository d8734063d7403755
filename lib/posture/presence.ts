import { Token } from '../template/value';
import type { Located } from './subject';
import type { Truth } from './truth';
import { valueAt } from './value-at';

/**
 * Whether something is there at a path below the properties, whatever its value turns out to be: unknown where a condition
 * decides, or a token stands for what it is a part of.
 */
export function isThere({ resource }: Located, path: string): Truth {
  if (resource.condition !== undefined) return undefined;
  const keys = path.split('.');
  const above = keys.slice(0, -1).join('.');
  if (above !== '' && valueAt(resource, above) instanceof Token) return undefined;
  const value = valueAt(resource, path);
  if (value instanceof Token && value.describe().includes('AWS::NoValue')) return undefined;
  return value !== undefined;
}
