import { posix } from 'node:path';
import { z } from 'zod';
import type { StackArtifact } from './assembly';
import { isNestedTooDeep } from './nesting';
import type { Resource, ResolvedStack } from './resolved-stack';
import { snapshotVersion } from './snapshot-form';
import type { NestedSnapshot, NormalisedSnapshot } from './snapshot-form';
import { isObject, member } from './value';
import type { RawTemplate, RawValue } from './value';

/** A text that is no snapshot, or one of another version. */
export class SnapshotError extends Error {
  constructor(where: string, got: string) {
    super(
      `The snapshot cannot be read\n  where:    ${where}\n  got:      ${got}\n` +
        '  expected: a file that npm run snapshot has written\n  next:     Restore it, or delete it; then run npm run snapshot, and look at what it changes.',
    );
    this.name = 'SnapshotError';
  }
}

const template = z.custom<RawTemplate>((value) => isObject(value as RawValue), 'expected a template, an object');
const nestedSnapshot: z.ZodType<NestedSnapshot> = z.lazy(() => z.strictObject({ template, nested }));
const nested = z.record(z.string(), nestedSnapshot);
const texts = z.record(z.string(), z.string());

const snapshot: z.ZodType<NormalisedSnapshot> = z.strictObject({
  snapshotVersion: z.literal(snapshotVersion),
  stack: z.strictObject({
    path: z.string(),
    stage: z.string().nullable(),
    stackName: z.string(),
    account: z.string().nullable(),
    region: z.string().nullable(),
    terminationProtection: z.boolean(),
    parameters: texts,
    // Snapshots were made without them once.
    tags: texts.default({}),
  }),
  bundles: texts,
  template,
  nested,
});

/**
 * The stack that a committed snapshot tells of. It has no assets, only the digests of its bundles.
 *
 * @param where the file it comes from, for messages
 * @throws SnapshotError
 */
export function readSnapshot(text: string, where = 'snapshot'): StackArtifact {
  let value: RawValue;
  try {
    value = JSON.parse(text) as RawValue;
  } catch (error) {
    throw new SnapshotError(where, error instanceof Error ? error.message : String(error));
  }
  if (isNestedTooDeep(value)) throw new SnapshotError(where, 'values nested too deep');
  const checked = snapshot.safeParse(value);
  if (!checked.success) throw new SnapshotError(where, z.prettifyError(checked.error));
  return stackOf(checked.data);
}

/** The stack of a snapshot, as {@link readSnapshot} gives it. */
export function stackOf({ stack, bundles, template: whole, nested: inner }: NormalisedSnapshot): StackArtifact {
  const root = {
    ...stack,
    stage: stack.stage ?? undefined,
    account: stack.account ?? undefined,
    region: stack.region ?? undefined,
    assets: [],
    bundles,
  };
  return { ...root, template: whole, nested: nestedOf({ ...root, template: whole }, inner) };
}

function nestedOf(
  parent: StackArtifact,
  snapshots: Readonly<Record<string, NestedSnapshot>>,
): ReadonlyMap<string, StackArtifact> {
  const stacks = Object.entries(snapshots).map(([logicalId, each]) => {
    const stack = {
      ...parent,
      path: `${parent.path}/${logicalId}`,
      stackName: `${parent.stackName}-${logicalId}`,
      parameters: {},
      template: each.template,
    };
    return [logicalId, { ...stack, nested: nestedOf(stack, each.nested) }] as const;
  });
  return new Map(stacks);
}

/**
 * The content digest of the code that a Lambda function of a snapshot runs; undefined where the snapshot has none:
 * inline code, an image, code from elsewhere.
 */
export function bundleDigest(stack: ResolvedStack, fn: Resource): string | undefined {
  const { Code: code } = fn.properties;
  const key = isObject(code) ? member(code, 'S3Key') : undefined;
  return typeof key === 'string' ? member(stack.artifact.bundles ?? {}, posix.parse(key).name) : undefined;
}
