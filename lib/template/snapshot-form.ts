import type { RawTemplate } from './value';

/** Counts up when snapshots change their form, so that an old one is not taken for a changed stack. */
export const snapshotVersion = 1;

/** The facts of the manifest that decide which pool a deployment reaches; null where it can be any. */
export interface SnapshotFacts {
  readonly path: string;
  readonly stage: string | null;
  readonly stackName: string;
  readonly account: string | null;
  readonly region: string | null;
  readonly terminationProtection: boolean;
  readonly parameters: Readonly<Record<string, string>>;
  /** Tags of the stack, which CloudFormation puts on every resource that can have some. */
  readonly tags: Readonly<Record<string, string>>;
}

/** What is deployed, and nothing that changes although the deployment does not. Committed, and read in reviews. */
export interface NormalisedSnapshot {
  readonly snapshotVersion: typeof snapshotVersion;
  readonly stack: SnapshotFacts;
  /** Content digest of each Lambda bundle, by the name that stands in the templates in place of its hash. */
  readonly bundles: Readonly<Record<string, string>>;
  readonly template: RawTemplate;
  readonly nested: Readonly<Record<string, NestedSnapshot>>;
}

export interface NestedSnapshot {
  readonly template: RawTemplate;
  readonly nested: Readonly<Record<string, NestedSnapshot>>;
}
