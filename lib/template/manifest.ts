import { z } from 'zod';

/** The newest major version of @aws-cdk/cloud-assembly-schema that this reader knows. */
export const newestSchemaVersion = 55;

/** As far as it is read: other artifacts (tree, feature flags) and other properties are let through. */
const stack = z.object({
  type: z.literal('aws:cloudformation:stack'),
  environment: z.string().regex(/^aws:\/\/[^/]+\/[^/]+$/, 'expected aws://ACCOUNT/REGION'),
  displayName: z.string().optional(),
  dependencies: z.array(z.string()).optional(),
  properties: z.object({
    templateFile: z.string(),
    stackName: z.string().optional(),
    terminationProtection: z.boolean().optional(),
    parameters: z.record(z.string(), z.string()).optional(),
    tags: z.record(z.string(), z.string()).optional(),
    additionalDependencies: z.array(z.string()).optional(),
  }),
});

const nestedAssembly = z.object({
  type: z.literal('cdk:cloud-assembly'),
  properties: z.object({ directoryName: z.string(), displayName: z.string().optional() }),
});

const assetManifestArtifact = z.object({
  type: z.literal('cdk:asset-manifest'),
  properties: z.object({ file: z.string() }),
});

/** Stands for an artifact of a type that holds nothing for us. */
const passedOver = z.object({ type: z.literal('passed-over') });
const artifact = z.discriminatedUnion('type', [stack, nestedAssembly, assetManifestArtifact, passedOver]);
const readTypes: ReadonlySet<string> = new Set(artifact.options.map((option) => option.shape.type.value));

function passOverOthers(value: unknown): unknown {
  const known = z.object({ type: z.string() }).safeParse(value);
  return known.success && !readTypes.has(known.data.type) ? { type: 'passed-over' } : value;
}

/** manifest.json (@aws-cdk/cloud-assembly-schema, AssemblyManifest). */
export const assemblyManifest = z.object({
  version: z.string(),
  artifacts: z.record(z.string(), z.preprocess(passOverOthers, artifact)).optional(),
  missing: z.array(z.object({ key: z.string() })).optional(),
});

/** `<stack>.assets.json` (AssetManifest). An asset made by an external command has no path. */
export const assetManifest = z.object({
  files: z
    .record(
      z.string(),
      z.object({
        source: z.object({ path: z.string().optional(), packaging: z.enum(['zip', 'file']).optional() }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    )
    .optional(),
});

export type AssemblyManifest = z.infer<typeof assemblyManifest>;
export type StackManifest = z.infer<typeof stack>;
export type AssetManifest = z.infer<typeof assetManifest>;
