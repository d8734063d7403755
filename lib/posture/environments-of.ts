import type { StackArtifact } from '../template/assembly';
import { resolveStage } from '../template/resolve';
import type { ResolvedStack } from '../template/resolve';
import { tokensIn } from '../template/value';
import { withNested } from '../template/with-nested';

/** Stacks that belong together. */
export interface EnvironmentStacks {
  /** The stage; outside of every stage the path of the first of the stacks that has something of Cognito. */
  readonly name: string;
  readonly stacks: readonly ResolvedStack[];
}

/**
 * The environments of an assembly that have anything of Cognito, in its order: each stage is one. Outside of stages those
 * stacks are one that refer to each other, as where one stack has the user pool and another an app client of it.
 *
 * @throws TemplateError when a template cannot be read
 */
export function environmentsOf(artifacts: readonly StackArtifact[]): readonly EnvironmentStacks[] {
  const stages = [...new Set(artifacts.map(({ stage }) => stage))];
  const groups = stages.flatMap((stage): readonly (readonly ResolvedStack[])[] => {
    const resolved = resolveStage(artifacts.filter((artifact) => artifact.stage === stage));
    return stage === undefined ? connected(resolved) : [resolved];
  });
  return groups.flatMap((stacks) => {
    const first = stacks.find(hasCognito);
    return first === undefined ? [] : [{ name: first.artifact.stage ?? first.artifact.path, stacks }];
  });
}

function hasCognito(stack: ResolvedStack): boolean {
  return withNested(stack).some(({ resources }) =>
    [...resources.values()].some(({ type }) => type.startsWith('AWS::Cognito::')),
  );
}

/** The stacks, those together that refer to each other, directly or through others. */
function connected(stacks: readonly ResolvedStack[]): readonly (readonly ResolvedStack[])[] {
  const rootOf = new Map(
    stacks.flatMap((root) => withNested(root).map(({ artifact }) => [artifact.path, root] as const)),
  );
  let groups = stacks.map((stack) => new Set([stack]));
  for (const root of stacks) {
    const others = referencesOf(root).flatMap((path) => rootOf.get(path) ?? []);
    const joined = groups.filter((group) => group.has(root) || others.some((other) => group.has(other)));
    groups = [...groups.filter((group) => !joined.includes(group)), new Set(joined.flatMap((group) => [...group]))];
  }
  const ordered = groups.map((group) => stacks.filter((stack) => group.has(stack)));
  const position = ([first]: readonly ResolvedStack[]): number => (first === undefined ? -1 : stacks.indexOf(first));
  return ordered.toSorted((left, right) => position(left) - position(right));
}

/** Paths of the stacks that resources of this one refer to. */
function referencesOf(root: ResolvedStack): readonly string[] {
  const resources = withNested(root).flatMap((stack) => [...stack.resources.values()]);
  const tokens = resources.flatMap(({ properties }) => tokensIn(properties));
  return [...new Set(tokens.flatMap(({ references }) => references.map(({ stack }) => stack)))];
}
