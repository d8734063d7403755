import type { ResolvedStack } from '../../template/resolve';
import type { Comparison } from '../comparison';

/**
 * Every stack that is on both sides, before and after. Those that are nested in another are left out: they have their
 * account, Region, protection and tags from it, and their name begins with its name, so it is all told there.
 */
export function stacksOnBothSides({
  before,
  after,
}: Comparison): readonly (readonly [before: ResolvedStack, after: ResolvedStack])[] {
  const left = new Map(before.stacks.map((stack) => [stack.artifact.path, stack]));
  const nested = new Set(after.stacks.flatMap((stack) => [...stack.nested.values()]));
  return after.stacks.flatMap((stack) => {
    const was = left.get(stack.artifact.path);
    return was === undefined || nested.has(stack) ? [] : [[was, stack] as const];
  });
}
