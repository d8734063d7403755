import { dirname, join, sep } from 'node:path';
import { z } from 'zod';
import { AssemblyTooNewError, BrokenFileError, IncompleteAssemblyError } from './assembly-error';
import { AssemblyFiles } from './assembly-files';
import { assemblyManifest, assetManifest, newestSchemaVersion } from './manifest';
import type { AssemblyManifest, StackManifest } from './manifest';
import { nestedStacks } from './nested-stacks';
import { isObject } from './value';
import type { RawTemplate, RawValue } from './value';

/** A file or directory that is uploaded before the stack is deployed. */
export interface Asset {
  /** The hash under which the asset manifest lists it. */
  readonly id: string;
  /** Absolute path of the file or directory. */
  readonly sourcePath: string;
  /** Its name in the bucket: `<hash>.zip`, `<hash>.json`. */
  readonly objectKey: string;
  /** `zip`: the directory is zipped for the upload; `file`: it goes up as it is. */
  readonly packaging: 'zip' | 'file';
}

/** A stack with the facts that its manifest tells. */
export interface StackArtifact {
  /** Path in the construct tree: `dev/auth`; for a nested stack the parent's path and the logical id. */
  readonly path: string;
  /** `dev`; undefined for a stack outside of every Stage. */
  readonly stage: string | undefined;
  /** For a nested stack only the start of its name: the service adds a random part. */
  readonly stackName: string;
  /** undefined when the stack can be deployed to any account. */
  readonly account: string | undefined;
  /** undefined when the stack can be deployed to any Region. */
  readonly region: string | undefined;
  readonly terminationProtection: boolean;
  readonly template: RawTemplate;
  readonly assets: readonly Asset[];
  /** Values of parameters that the manifest gives; most manifests give none. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Tags of the stack, which CloudFormation puts on every resource that can have some. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Nested stacks whose templates are assets, by logical id of their AWS::CloudFormation::Stack. */
  readonly nested?: ReadonlyMap<string, StackArtifact>;
  /** Content digests of the Lambda bundles; only in a stack that was read from a snapshot, which has no assets. */
  readonly bundles?: Readonly<Record<string, string>>;
}

/** A cloud assembly: what cdk synth writes. */
export interface Assembly {
  readonly directory: string;
  /** All stacks, those of nested assemblies (Stages) included, in the order of the manifests. */
  readonly stacks: readonly StackArtifact[];
}

const rawTemplate = z.custom<RawTemplate>((value) => isObject(value as RawValue), 'expected a template, an object');

/**
 * Reads the templates and manifests of a cloud assembly.
 *
 * @param directory usually `cdk.out`
 * @throws AssemblyError of the class that fits; see assembly-error.ts
 */
export function readAssembly(directory: string): Assembly {
  const files = new AssemblyFiles(directory);
  return { directory: files.root, stacks: readStacks(files, files.root, undefined) };
}

function readStacks(files: AssemblyFiles, directory: string, stage: string | undefined): readonly StackArtifact[] {
  const file = files.locate(directory, 'manifest.json', directory);
  const manifest = files.read(file, assemblyManifest);
  refuseUnreadable(manifest, file);
  return Object.entries(manifest.artifacts ?? {}).flatMap(([id, artifact]) => {
    switch (artifact.type) {
      case 'aws:cloudformation:stack':
        return [readStack(files, directory, stage, id, artifact, manifest)];
      case 'cdk:cloud-assembly': {
        const { directoryName, displayName } = artifact.properties;
        const nested = files.locate(directory, directoryName, file);
        if (!nested.startsWith(`${directory}${sep}`)) {
          throw new BrokenFileError(
            file,
            `a nested assembly at ${directoryName}`,
            'a directory below that of the manifest',
          );
        }
        return readStacks(files, nested, displayName ?? directoryName);
      }
      case 'cdk:asset-manifest':
      case 'passed-over':
        return [];
    }
  });
}

function refuseUnreadable(manifest: AssemblyManifest, file: string): void {
  const major = /^(\d+)\.\d+\.\d+/.exec(manifest.version)?.[1];
  if (major === undefined) throw new BrokenFileError(file, `version ${manifest.version}`, 'a version such as 55.0.0');
  if (Number(major) > newestSchemaVersion) throw new AssemblyTooNewError(file, manifest.version, newestSchemaVersion);
  const missing = (manifest.missing ?? []).map(({ key }) => key);
  if (missing.length > 0) throw new IncompleteAssemblyError(file, missing);
}

function readStack(
  files: AssemblyFiles,
  directory: string,
  stage: string | undefined,
  id: string,
  { displayName, environment, dependencies = [], properties }: StackManifest,
  manifest: AssemblyManifest,
): StackArtifact {
  const file = join(directory, 'manifest.json');
  const [account, region] = environment.slice('aws://'.length).split('/');
  const needed = new Set([...dependencies, ...(properties.additionalDependencies ?? [])]);
  const assets = [...needed].flatMap((name) => {
    const artifact = Object.hasOwn(manifest.artifacts ?? {}, name) ? manifest.artifacts?.[name] : undefined;
    if (artifact?.type !== 'cdk:asset-manifest') return [];
    return readAssets(files, files.locate(directory, artifact.properties.file, file));
  });
  const readTemplate = (templateFile: string): RawTemplate => files.read(templateFile, rawTemplate);
  const stack = {
    path: displayName ?? id,
    stage,
    stackName: properties.stackName ?? id,
    account: account === 'unknown-account' ? undefined : account,
    region: region === 'unknown-region' ? undefined : region,
    terminationProtection: properties.terminationProtection ?? false,
    template: readTemplate(files.locate(directory, properties.templateFile, file)),
    assets,
    parameters: properties.parameters ?? {},
    tags: properties.tags ?? {},
  };
  return { ...stack, nested: nestedStacks(stack, readTemplate) };
}

function readAssets(files: AssemblyFiles, file: string): readonly Asset[] {
  const manifest = files.read(file, assetManifest);
  return Object.entries(manifest.files ?? {}).flatMap(([id, { source, destinations }]) => {
    if (source.path === undefined) return [];
    const sourcePath = files.locate(dirname(file), source.path, file);
    const keys = new Set(Object.values(destinations).map(({ objectKey }) => objectKey));
    return [...keys].map((objectKey) => ({ id, sourcePath, objectKey, packaging: source.packaging ?? 'file' }));
  });
}
