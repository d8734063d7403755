import { Token } from '../value';
import type { Value } from '../value';

/** The value as part of a text: numbers and booleans as CloudFormation writes them; undefined where it can be none. */
export function pieceOf(value: Value | undefined): string | Token | undefined {
  if (value instanceof Token || typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
