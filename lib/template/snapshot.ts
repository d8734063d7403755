import type { StackArtifact } from './assembly';
import { assetNames, codeAssets } from './asset-names';
import { byText } from './canonical';
import { isNestedTooDeep } from './nesting';
import { normalisedTemplate } from './normalise';
import { snapshotVersion } from './snapshot-form';
import type { NestedSnapshot, NormalisedSnapshot } from './snapshot-form';
import { TemplateError } from './template-error';

export type { NormalisedSnapshot } from './snapshot-form';

/**
 * The snapshot of a stack.
 *
 * @param digest content digest of the directory, or of the single file, that an asset is: digestDirectory of digest.ts
 * @throws TemplateError when a template is nested too deep
 */
export function snapshotOf(stack: StackArtifact, digest: (directory: string) => string): NormalisedSnapshot {
  const names = assetNames(refuseDeepNesting(stack));
  return {
    snapshotVersion,
    stack: {
      path: stack.path,
      stage: stack.stage ?? null,
      stackName: stack.stackName,
      account: stack.account ?? null,
      region: stack.region ?? null,
      terminationProtection: stack.terminationProtection,
      parameters: stack.parameters ?? {},
      tags: Object.fromEntries(Object.entries(stack.tags ?? {}).sort(([left], [right]) => byText(left, right))),
    },
    bundles: stack.bundles ?? bundlesOf(stack, names, digest),
    ...nestedSnapshot(stack, names),
  };
}

/** The snapshot as text to commit: JSON with two spaces, and a line feed at the end. */
export function renderSnapshot(snapshot: NormalisedSnapshot): string {
  return `${JSON.stringify(snapshot, undefined, 2)}\n`;
}

function nestedSnapshot(stack: StackArtifact, names: ReadonlyMap<string, string>): NestedSnapshot {
  const nested = [...(stack.nested ?? [])].sort(([left], [right]) => byText(left, right));
  return {
    template: normalisedTemplate(stack.template, names),
    nested: Object.fromEntries(nested.map(([logicalId, each]) => [logicalId, nestedSnapshot(each, names)])),
  };
}

function bundlesOf(
  stack: StackArtifact,
  names: ReadonlyMap<string, string>,
  digest: (directory: string) => string,
): Readonly<Record<string, string>> {
  const assets = withNested(stack).flatMap(codeAssets);
  const digests = new Map(assets.map(({ id, sourcePath }) => [names.get(id) ?? id, sourcePath]));
  const sorted = [...digests].sort(([left], [right]) => byText(left, right));
  return Object.fromEntries(sorted.map(([name, sourcePath]) => [name, digest(sourcePath)]));
}

function withNested(stack: StackArtifact): readonly StackArtifact[] {
  return [stack, ...[...(stack.nested?.values() ?? [])].flatMap(withNested)];
}

function refuseDeepNesting(stack: StackArtifact): StackArtifact {
  const deep = withNested(stack).find(({ template }) => isNestedTooDeep(template));
  if (deep === undefined) return stack;
  throw new TemplateError({
    what: 'The template is nested too deep',
    where: deep.path,
    got: 'more levels than any template that CloudFormation accepts needs',
    expected: 'a template that cdk synth has written',
    next: 'Look for a generated template that repeats itself.',
  });
}
