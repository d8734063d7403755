import type { Asset, StackArtifact } from './assembly';
import { byText, canonical } from './canonical';
import { isObject, member } from './value';
import type { RawValue } from './value';

/** Content hashes as the CDK makes them; an id of another form may be any word and is left alone. */
const hash = /[0-9a-f]{32,}/g;

/**
 * A name for each asset that the templates mention: the logical id of the first resource that does, in the order of
 * logical ids; `Trigger`, `Trigger-2`, in a nested stack `Nested.Trigger`. It does not change when the content does.
 */
export function assetNames(stack: StackArtifact): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  nameAssets(stack, '', new Set(stack.assets.map(({ id }) => id)), names);
  return names;
}

function nameAssets(stack: StackArtifact, prefix: string, ids: ReadonlySet<string>, names: Map<string, string>): void {
  const resources = member(stack.template, 'Resources');
  const sorted = Object.entries(isObject(resources) ? resources : {}).sort(([left], [right]) => byText(left, right));
  for (const [logicalId, resource] of sorted) {
    const properties = isObject(resource) ? member(resource, 'Properties') : undefined;
    const text = JSON.stringify(canonical(properties ?? null, (each) => each));
    const mentioned = new Set(text.match(hash));
    const fresh = [...mentioned].filter((id) => ids.has(id) && !names.has(id));
    fresh.forEach((id, index) => names.set(id, `${prefix}${logicalId}${index === 0 ? '' : `-${index + 1}`}`));
  }
  for (const [logicalId, nested] of [...(stack.nested ?? [])].sort(([left], [right]) => byText(left, right))) {
    nameAssets(nested, `${prefix}${logicalId}.`, ids, names);
  }
}

/** The text with the names of assets in place of their hashes. */
export function withAssetNames(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(hash, (id) => names.get(id) ?? id);
}

/** The assets that hold code which a Lambda function or layer of this template runs. */
export function codeAssets(stack: StackArtifact): readonly Asset[] {
  const resources = member(stack.template, 'Resources');
  const keys = new Set(Object.values(isObject(resources) ? resources : {}).map(codeKey));
  return stack.assets.filter(({ objectKey }) => keys.has(objectKey));
}

function codeKey(resource: RawValue): RawValue | undefined {
  const properties = isObject(resource) ? member(resource, 'Properties') : undefined;
  if (!isObject(resource) || !isObject(properties)) return undefined;
  const type = member(resource, 'Type');
  const part = type === 'AWS::Lambda::Function' ? 'Code' : type === 'AWS::Lambda::LayerVersion' ? 'Content' : undefined;
  const code = part === undefined ? undefined : member(properties, part);
  return isObject(code) ? member(code, 'S3Key') : undefined;
}
