import type { Asset, StackArtifact } from './assembly';
import { BrokenFileError } from './assembly-error';
import { isObject, member } from './value';
import type { RawTemplate, RawValue } from './value';

/**
 * The nested stacks of a stack whose templates are among its assets, by logical id. A template that lies elsewhere is
 * not in the assembly and so not in the result.
 *
 * @throws BrokenFileError when a template nests itself
 */
export function nestedStacks(
  parent: StackArtifact,
  readTemplate: (file: string) => RawTemplate,
  around: readonly string[] = [],
): ReadonlyMap<string, StackArtifact> {
  const resources = member(parent.template, 'Resources');
  const nested = new Map<string, StackArtifact>();
  for (const [logicalId, resource] of isObject(resources) ? Object.entries(resources) : []) {
    const asset = templateAsset(resource, parent.assets);
    if (asset === undefined) continue;
    const file = asset.sourcePath;
    if (around.includes(file))
      throw new BrokenFileError(file, 'a template that nests itself', 'nested stacks that end');
    const stack: StackArtifact = {
      ...parent,
      path: `${parent.path}/${logicalId}`,
      stackName: `${parent.stackName}-${logicalId}`,
      template: readTemplate(file),
      parameters: {},
    };
    nested.set(logicalId, { ...stack, nested: nestedStacks(stack, readTemplate, [...around, file]) });
  }
  return nested;
}

/** The asset that the TemplateURL of a nested stack names; the URL is an expression around the asset's object key. */
function templateAsset(resource: RawValue, assets: readonly Asset[]): Asset | undefined {
  if (!isObject(resource) || member(resource, 'Type') !== 'AWS::CloudFormation::Stack') return undefined;
  const properties = member(resource, 'Properties');
  const url = isObject(properties) ? JSON.stringify(member(properties, 'TemplateURL') ?? null) : '';
  return assets.find(({ objectKey, packaging }) => packaging === 'file' && url.includes(`/${objectKey}"`));
}
