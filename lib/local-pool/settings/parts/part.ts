import type { FeatureName } from '../features';
import type { Findings } from '../findings';
import type { PoolSettings } from '../pool-settings';
import type { PropertyReader } from '../property-reader';
import type { PropertyTable } from '../property-table';
import { enforced } from '../property-table';

/** The pool that a part belongs to, as far as it is read before its parts. */
export interface OwnPool extends Pick<PoolSettings, 'featurePlan'> {
  readonly clientIds: readonly string[];
}

/** A resource type that belongs to a user pool and is kept as the API keeps it: what is read of it, and how. */
export interface Part<T extends PropertyTable, Kept> {
  readonly properties: T;
  /** What the resource is there for and does not do here; undefined: nothing that a program could see. */
  readonly feature: FeatureName | undefined;
  /** undefined: something is missing, and the findings say so. */
  read(read: PropertyReader<T>, pool: OwnPool, findings: Findings): Kept | undefined;
}

/** The property by which a part names its pool. */
export const ofPool = {
  UserPoolId: enforced({ kind: 'user-pool' }, 'Which pool it belongs to, also from another stack.'),
} as const satisfies PropertyTable;

/** Whether the resource says all that the service demands; what is missing stops the start. */
export function demand<T extends PropertyTable>(
  paths: readonly (keyof T & string)[],
  read: PropertyReader<T>,
  findings: Findings,
): boolean {
  const missing = paths.filter((path) => read.at(path) === undefined);
  for (const path of missing) {
    const nextStep = `Write ${path}: the service refuses the resource without it.`;
    findings.stop(read.logicalId, read.concrete(path), { got: 'nothing', expected: 'a value', nextStep });
  }
  return missing.length === 0;
}

/** What the plan of the pool leaves out stops the start. @param names of the features that are asked for and left out */
export function beyondPlan(
  path: string,
  [name]: readonly string[],
  { logicalId }: { readonly logicalId: string },
  findings: Findings,
): void {
  if (name === undefined) return;
  findings.stop(logicalId, path, {
    got: `${name}, which the UserPoolTier of the pool leaves out`,
    expected: 'a plan that has it',
    nextStep: 'Change UserPoolTier, or leave it out: the service refuses it.',
  });
}
