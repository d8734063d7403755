import { TemplateError } from './template-error';
import { isList, isObject, Token } from './value';
import type { Value } from './value';

/**
 * Parameters and outputs carry values from stack to stack. CloudFormation allows them 4,096 bytes (its quotas); an
 * expression may be longer than its value will be, so the limits here are wide. They keep templates that double a value
 * at every step from filling the memory.
 */
const largest = 100_000;
const deepest = 64;

/** The value itself. @throws TemplateError when it is larger than a value between stacks can be */
export function crossing<T extends Value>(value: T, stack: string, where: string): T {
  if (spend(value, largest, 0) < 0) {
    throw new TemplateError({
      what: 'A parameter or output is too large',
      where: `${stack}: ${where}`,
      got: `more than ${largest} characters, or more than ${deepest} levels`,
      expected: 'at most 4,096 bytes, which is what CloudFormation passes on',
      next: 'Look for an expression that repeats a parameter or an output of another stack.',
    });
  }
  return value;
}

/** What is left of the budget after the value; negative when it is spent. */
function spend(value: Value, budget: number, depth: number): number {
  if (depth > deepest) return -1;
  const whole = value instanceof Token ? value.expression : value;
  if (typeof whole === 'string') return budget - whole.length - 1;
  const parts = isList(whole) ? whole : isObject(whole) ? Object.values(whole) : [];
  let left = budget - 1;
  for (const part of parts) {
    left = spend(part, left, depth + 1);
    if (left < 0) return left;
  }
  return left;
}
