import { z } from 'zod';
import type { StackArtifact } from '../template/assembly';
import { metadataKeys } from '../template/metadata';
import { isObject, member } from '../template/value';
import { withNested } from '../template/with-nested';

const kindOf = z.object({ Metadata: z.object({ [metadataKeys.client]: z.object({ kind: z.string() }) }) });

/** The kinds of app clients as templates of this project tell them, by path of the stack and logical id. */
export function clientKinds(stacks: readonly StackArtifact[]): ReadonlyMap<string, string> {
  return new Map(
    stacks
      .flatMap((stack) => withNested(stack))
      .flatMap(({ path, template }) => {
        const resources = member(template, 'Resources');
        return Object.entries(isObject(resources) ? resources : {}).flatMap(([logicalId, resource]) => {
          const kind = kindOf.safeParse(resource).data?.Metadata[metadataKeys.client]?.kind;
          return kind === undefined ? [] : [[`${path}/${logicalId}`, kind] as const];
        });
      }),
  );
}
