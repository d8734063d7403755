import type { Environment } from '../environments/environment';
import { metadataKeys } from '../template/metadata';
import type { EnvironmentMetadata } from '../template/metadata';

/**
 * The Metadata of a template: which environment it is for, and which controls it knowingly does not meet, sorted, as the
 * order of declaration means nothing.
 */
export function environmentMetadata(environment: Pick<Environment, 'name' | 'class' | 'posture' | 'waivers'>) {
  const { name, class: severity, posture } = environment;
  const waivers = environment.waivers.toSorted((left, right) => (left.control < right.control ? -1 : 1));
  return { [metadataKeys.environment]: { name, class: severity, posture, waivers } satisfies EnvironmentMetadata };
}
