import type { PoolSettings, TriggerFunction } from './pool-settings';

interface Plan extends Pick<PoolSettings, 'featurePlan'> {
  /** Whether AdvancedSecurityMode is other than OFF. */
  readonly advancedSecurity: boolean;
}

/**
 * Whether the plan of a pool has the event version of its PreTokenGeneration. Without Essentials there is V1_0 alone, and
 * V2_0 for pools that had advanced security before 22 November 2024 (developer guide, "Pre token generation Lambda
 * trigger", event versions); a pool does not tell its age, so each of that kind is let through.
 */
export function planHasEventVersion(
  version: TriggerFunction['eventVersion'],
  { featurePlan, advancedSecurity }: Plan,
): boolean {
  switch (version) {
    case 'V1_0':
      return true;
    case 'V2_0':
      return featurePlan !== 'LITE' || advancedSecurity;
    case 'V3_0':
      return featurePlan !== 'LITE';
  }
}
