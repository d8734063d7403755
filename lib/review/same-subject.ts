import { isDeepStrictEqual } from 'node:util';
import type { Subject } from '../posture/subject';
import type { ResolvedStack } from '../template/resolve';

/**
 * Whether an environment is deployed as before and meant as before: nothing can have changed then. Where the files of the
 * two sides lie does not count. It errs to false: a snapshot and its assembly are written differently.
 */
export function isSameSubject(before: Subject | undefined, after: Subject | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return (
    isDeepStrictEqual(before.intent, after.intent) &&
    isDeepStrictEqual(before.stacks.map(deployed), after.stacks.map(deployed))
  );
}

function deployed({ artifact: { assets, nested, ...facts } }: ResolvedStack): object {
  return { ...facts, assets: assets.map(({ id, objectKey }) => [id, objectKey]), nested: [...(nested?.keys() ?? [])] };
}
