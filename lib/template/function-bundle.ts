import type { Asset } from './assembly';
import type { Resource, ResolvedStack } from './resolved-stack';
import { isObject, member, Token } from './value';
import type { Value } from './value';

/** Where the code of a Lambda function is. */
export type FunctionBundle =
  /** A directory of the assembly. */
  | { readonly kind: 'directory'; readonly directory: string; readonly handler: string; readonly runtime: string }
  /** A finished zip or jar file of the assembly. */
  | { readonly kind: 'archive'; readonly file: string; readonly handler: string; readonly runtime: string }
  /** In the template itself (Code.ZipFile). */
  | { readonly kind: 'inline'; readonly source: string; readonly handler: string; readonly runtime: string }
  | { readonly kind: 'image' }
  /** Nowhere in the assembly, or not known before deployment. */
  | { readonly kind: 'missing'; readonly reason: string };

/** The code of an AWS::Lambda::Function, found by the object key under which its asset will be uploaded. */
export function functionBundle(stack: ResolvedStack, fn: Resource): FunctionBundle {
  const missing = (reason: string): FunctionBundle => ({ kind: 'missing', reason: `${fn.logicalId}: ${reason}` });
  const { Code: code, Handler: handler, Runtime: runtime, PackageType: packageType } = fn.properties;
  if (fn.type !== 'AWS::Lambda::Function') return missing(`is no function but an ${fn.type}`);
  if (!isObject(code)) return missing(`Code is ${told(code)}`);
  if (packageType === 'Image' || member(code, 'ImageUri') !== undefined) return { kind: 'image' };
  if (typeof handler !== 'string') return missing(`Handler is ${told(handler)}`);
  if (typeof runtime !== 'string') return missing(`Runtime is ${told(runtime)}`);

  const source = member(code, 'ZipFile');
  if (typeof source === 'string') return { kind: 'inline', source, handler, runtime };
  if (source !== undefined) return missing(`Code.ZipFile is ${told(source)}`);
  const key = member(code, 'S3Key');
  if (typeof key !== 'string') return missing(`Code.S3Key is ${told(key)}`);
  const asset = stack.artifact.assets.find(({ objectKey }) => objectKey === key);
  if (asset === undefined) return missing(`no asset of ${stack.artifact.path} is uploaded as ${key}`);
  return packed(asset, handler, runtime);
}

function packed(asset: Asset, handler: string, runtime: string): FunctionBundle {
  switch (asset.packaging) {
    case 'zip':
      return { kind: 'directory', directory: asset.sourcePath, handler, runtime };
    case 'file':
      return { kind: 'archive', file: asset.sourcePath, handler, runtime };
  }
}

function told(value: Value | undefined): string {
  if (value === undefined) return 'not set';
  return value instanceof Token ? `not known before deployment: ${value.reason}` : 'not text';
}
