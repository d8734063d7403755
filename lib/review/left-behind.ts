import type { Located, Subject } from '../posture/subject';
import type { ResolvedStack } from '../template/resolve';
import { isSameStack } from './pairing';

/** Whether a DeletionPolicy or UpdateReplacePolicy keeps a resource that is there already. */
export function isRetained(policy: string | undefined): boolean {
  return policy === 'Retain' || policy === 'RetainExceptOnCreate';
}

/**
 * Whether a resource that leaves the templates stays in the account: by its DeletionPolicy, or because its stack is not
 * deployed any more. Nobody deletes a stack by taking it out of an app, or by deploying another one under another name.
 */
export function isLeftBehind({ stack, resource }: Located, before: Subject, after: Subject): boolean {
  if (isRetained(resource.deletionPolicy)) return true;
  const root = rootOf(stack, before.stacks);
  return !after.stacks.some((each) => each.artifact.path === root.artifact.path && isSameStack(root, each));
}

function rootOf(stack: ResolvedStack, stacks: readonly ResolvedStack[]): ResolvedStack {
  const parent = stacks.find(({ nested }) => [...nested.values()].includes(stack));
  return parent === undefined ? stack : rootOf(parent, stacks);
}
