import { basename } from 'node:path';
import type { Subject } from '../posture/subject';
import type { StackArtifact } from '../template/assembly';
import { snapshotOf } from '../template/snapshot';
import type { NestedSnapshot } from '../template/snapshot-form';
import { isObject, member } from '../template/value';
import { isOfCognito, tables } from './effective/tables';
import { targetOf, targetOfResource } from './references';
import type { Change } from './verdict';

/** What of an environment differs beside the changes that are judged. */
export interface Unjudged {
  /** Whether everything that is deployed is the same, outputs and metadata included. */
  readonly isSame: boolean;
  /** `AlarmTopic (AWS::SNS::Topic) changed`: resources of types that no rule judges; in the order of the templates. */
  readonly resources: readonly string[];
}

/**
 * What a reader has to look at elsewhere: a report that says nothing of it would say that it is harmless. Templates are
 * compared as their snapshots are written, so that asset hashes and the order of keys are no difference.
 *
 * @param changes those of the environment, judged
 */
export function unjudged(
  before: Subject | undefined,
  after: Subject | undefined,
  changes: readonly Change[],
): Unjudged {
  const withBundles = [before, after].every((side) => rootsOf(side).every(({ bundles }) => bundles !== undefined));
  const [left, right] = [partsOf(before, withBundles), partsOf(after, withBundles)];
  const told = new Set(
    changes.flatMap(({ pair }) => [pair.before, pair.after].map((side) => side && targetOfResource(side))),
  );
  const differing = [...new Set([...left.keys(), ...right.keys()])].flatMap((key) => {
    const [was, is] = [left.get(key), right.get(key)];
    const part = is ?? was;
    // What the tables know has been compared by its effective values: how it is written does not count.
    if (part === undefined || was?.text === is?.text || isCompared(part.type)) return [];
    const what = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    return [{ ...part, what, isTold: told.has(key) }];
  });
  const resources = differing.flatMap(({ name, type, what, isTold }) =>
    type === undefined || isTold ? [] : [`${name} (${type}) ${what}`],
  );
  return { isSame: differing.length === 0, resources };
}

function isCompared(type: string | undefined): boolean {
  return type !== undefined && (isOfCognito(type) || tables.has(type));
}

interface Part {
  readonly name: string;
  /** undefined: the rest of a template. */
  readonly type: string | undefined;
  readonly text: string;
}

function rootsOf(side: Subject | undefined): readonly StackArtifact[] {
  const stacks = side?.stacks ?? [];
  const nested = new Set(stacks.flatMap((stack) => [...stack.nested.values()]));
  return stacks.filter((stack) => !nested.has(stack)).map(({ artifact }) => artifact);
}

/** By resource, and by stack what is around its resources. */
function partsOf(side: Subject | undefined, withBundles: boolean): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  const add = (path: string, { template, nested }: NestedSnapshot, around: unknown): void => {
    const { Resources: resources, ...rest } = template;
    parts.set(path, { name: path, type: undefined, text: JSON.stringify([rest, around]) });
    for (const [name, resource] of isObject(resources) ? Object.entries(resources) : []) {
      const type = isObject(resource) ? member(resource, 'Type') : undefined;
      const text = JSON.stringify(resource);
      parts.set(targetOf({ stack: path, logicalId: name }), { name, type: typeof type === 'string' ? type : '', text });
    }
    for (const [name, inner] of Object.entries(nested)) add(`${path}/${name}`, inner, undefined);
  };
  for (const artifact of rootsOf(side)) {
    const snapshot = snapshotOf(artifact, (directory) => basename(directory));
    add(artifact.path, snapshot, [snapshot.stack, withBundles ? snapshot.bundles : undefined]);
  }
  return parts;
}
