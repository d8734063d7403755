import { outputReferring } from '../sign-in/pool-facts';
import type { ResolvedStack } from '../template/resolve';
import type { Reference } from '../template/value';
import { MissingOutputError } from './target-error';

/** The outputs of a stack where it runs, by name. */
export type StackOutputs = ReadonlyMap<string, unknown>;

/** What the outputs tell of a resource: the value of its Ref, or of an attribute. */
export function outputOf(stack: ResolvedStack, outputs: StackOutputs, resource: Reference): string | undefined {
  const value = outputs.get(outputReferring(stack, resource) ?? '');
  return typeof value === 'string' ? value : undefined;
}

/** @throws MissingOutputError with the outputs that there are */
export function missingOutput(stack: ResolvedStack, outputs: StackOutputs, what: string): never {
  throw new MissingOutputError(stack.artifact.path, what, [...outputs.keys()]);
}
