import { environmentsOf } from '../posture/environments-of';
import type { Intent } from '../posture/intent';
import { readIntent } from '../posture/read-intent';
import { subjectOf } from '../posture/subject';
import type { Subject } from '../posture/subject';
import type { StackArtifact } from '../template/assembly';
import type { ResolvedStack } from '../template/resolve';

/** One of the two sets of templates that are held against each other: its environments by name. */
export type Side = ReadonlyMap<string, Subject>;

/**
 * The environments of a set of stacks: those of a stage are read together, and outside of every stage those that refer to
 * each other.
 *
 * @param stacks of an assembly (readAssembly), or of committed snapshots (readSnapshot)
 * @param intentOf what is meant with an environment; usually its Metadata, for a foreign assembly a policy file
 * @throws TemplateError when a template cannot be read
 */
export function sideOf(
  stacks: readonly StackArtifact[],
  intentOf: (stacks: readonly ResolvedStack[], name: string) => Intent = readIntent,
): Side {
  return new Map(
    environmentsOf(stacks).map(({ name, stacks: members }) => [
      name,
      subjectOf(name, intentOf(members, name), members),
    ]),
  );
}
