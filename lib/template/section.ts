import type { StackArtifact } from './assembly';
import { TemplateError } from './template-error';
import { isObject, member } from './value';
import type { RawObject, Value } from './value';

/** A section of the template such as `Resources`; empty where there is none. @throws TemplateError unless it is an object */
export function section(stack: StackArtifact, name: string): RawObject {
  const value = member(stack.template, name) ?? {};
  if (isObject(value)) return value;
  throw new TemplateError({
    what: `The section ${name} cannot be read`,
    where: `${stack.path}: ${name}`,
    got: kindOf(value),
    expected: 'an object',
    next: 'Look at the template; aws cloudformation validate-template refuses it as well.',
  });
}

/** What a value is, for messages that should not repeat it. */
export function kindOf(value: Value | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
