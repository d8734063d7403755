import type { StringConstraints } from '../../wire/shape';
import { text } from '../property-table';

/** A text with the constraints that the API has for it. */
export function constrained({ min = 0, max, pattern }: StringConstraints) {
  return text(undefined, { shortest: min, ...(max !== undefined && { longest: max }), pattern });
}
