import { createHash } from 'node:crypto';
import type { Subject } from '../posture/subject';
import { byText } from '../template/canonical';
import { renderSnapshot, snapshotOf } from '../template/snapshot';

/**
 * The hash of everything that is deployed for an environment: the snapshots of its stacks, with the digests of their Lambda
 * bundles. The same for an assembly and for the committed snapshots of it.
 *
 * @param digest content digest of an asset: digestDirectory of lib/template/digest.ts
 * @returns `sha256:` and 64 hexadecimal digits
 */
export function templateHash({ stacks }: Pick<Subject, 'stacks'>, digest: (directory: string) => string): string {
  const nested = new Set(stacks.flatMap((stack) => [...stack.nested.values()]));
  const roots = stacks.filter((stack) => !nested.has(stack)).map(({ artifact }) => artifact);
  const texts = roots
    .toSorted((left, right) => byText(left.path, right.path))
    .map((artifact) => renderSnapshot(snapshotOf(artifact, digest)));
  return `sha256:${createHash('sha256').update(JSON.stringify(texts)).digest('hex')}`;
}
