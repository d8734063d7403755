import { TemplateError } from './template-error';
import type { RawValue } from './value';

/** Levels of lists, objects, functions and names that refer to names. Real templates stay below 40. */
const deepestNesting = 200;

/** Whether the value is nested deeper than we read. Does not recurse, so that any value can be asked about. */
export function isNestedTooDeep(value: RawValue): boolean {
  let level: readonly RawValue[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepestNesting) return true;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return false;
}

/** Counts how deep a resolution is, across all names that it follows, so that it ends in an error and not in the stack. */
export class Depth {
  #levels = 0;

  /** Runs `work` one level deeper. @throws TemplateError beyond {@link deepestNesting} levels */
  within<T>(where: string, work: () => T): T {
    if (this.#levels >= deepestNesting) {
      throw new TemplateError({
        what: 'The template is nested too deep',
        where,
        got: `more than ${deepestNesting} levels of values, functions and names that refer to names`,
        expected: `at most ${deepestNesting}`,
        next: 'Split the expression, or look for a generated template that repeats itself.',
      });
    }
    this.#levels++;
    try {
      return work();
    } finally {
      this.#levels--;
    }
  }
}
