import { fullDiff, ResourceImpact } from '@aws-cdk/cloudformation-diff';
import type { TemplateDiff } from '@aws-cdk/cloudformation-diff';
import type { StackArtifact } from '../../../lib/template/assembly';
import type { CorpusPair } from '../corpus/pair';
import { stacksOf } from '../review-of';

/** What @aws-cdk/cloudformation-diff says of a change: what `cdk diff` prints without an account. */
export interface DiffSays {
  /** Every resource that it lists, with what it says happens to it. */
  readonly resources: readonly { readonly logicalId: string; readonly impact: ResourceImpact }[];
  /** What else of the templates it lists: `Parameters`. */
  readonly sections: readonly string[];
  /** What it finds under security; `cdk deploy` asks before it broadens permissions. */
  readonly security: 'nothing' | 'permissions change' | 'permissions broadened';
}

/** In the order in which people want to know. */
const words: Readonly<Record<ResourceImpact, string>> = {
  [ResourceImpact.WILL_DESTROY]: 'removes',
  [ResourceImpact.WILL_ORPHAN]: 'orphans',
  [ResourceImpact.WILL_REPLACE]: 'replaces',
  [ResourceImpact.MAY_REPLACE]: 'may replace',
  [ResourceImpact.WILL_UPDATE]: 'updates',
  [ResourceImpact.WILL_CREATE]: 'adds',
  [ResourceImpact.WILL_IMPORT]: 'imports',
  [ResourceImpact.NO_CHANGE]: 'lists without an effect',
};

/**
 * Each stack of the head against the one of its name, account and Region, nested stacks included: `cdk diff` looks the
 * deployed stack up so, and at no stack that the app has no more.
 */
export function diffOf({ before, after }: CorpusPair): DiffSays {
  const deployed = new Map(withNested(stacksOf(before)).map((stack) => [identityOf(stack), stack.template]));
  const diffs = withNested(stacksOf(after)).map((stack) =>
    fullDiff(deployed.get(identityOf(stack)) ?? {}, stack.template),
  );
  return {
    resources: diffs.flatMap(({ resources }) =>
      Object.entries(resources.changes).map(([logicalId, { changeImpact }]) => ({ logicalId, impact: changeImpact })),
    ),
    sections: [...new Set(diffs.flatMap(sectionsOf))],
    security: diffs.some((diff) => diff.permissionsBroadened)
      ? 'permissions broadened'
      : diffs.some((diff) => diff.permissionsAnyChanges)
        ? 'permissions change'
        : 'nothing',
  };
}

/** In a few words: `removes Pool; adds Renamed`. */
export function inWords({ resources, sections }: DiffSays): string {
  const groups = (Object.keys(words) as ResourceImpact[]).flatMap((impact) => {
    const ids = resources.filter((resource) => resource.impact === impact).map(({ logicalId }) => logicalId);
    return ids.length > 0 ? [`${words[impact]} ${ids.join(', ')}`] : [];
  });
  const others = sections.length > 0 ? [`lists ${sections.join(', ')}`] : [];
  return [...groups, ...others].join('; ') || 'no difference';
}

function withNested(stacks: readonly StackArtifact[]): readonly StackArtifact[] {
  return stacks.flatMap((stack) => [stack, ...withNested([...(stack.nested?.values() ?? [])])]);
}

function identityOf({ stackName, account, region }: StackArtifact): string {
  return JSON.stringify([stackName, account ?? null, region ?? null]);
}

function sectionsOf(diff: TemplateDiff): readonly string[] {
  const single = {
    AWSTemplateFormatVersion: diff.awsTemplateFormatVersion,
    Description: diff.description,
    Transform: diff.transform,
  };
  const collections = {
    Conditions: diff.conditions,
    Mappings: diff.mappings,
    Metadata: diff.metadata,
    Outputs: diff.outputs,
    Parameters: diff.parameters,
  };
  return [
    ...Object.entries(single).flatMap(([name, difference]) => (difference?.isDifferent === true ? [name] : [])),
    ...Object.entries(collections).flatMap(([name, { differenceCount }]) => (differenceCount > 0 ? [name] : [])),
    ...diff.unknown.logicalIds,
  ];
}
