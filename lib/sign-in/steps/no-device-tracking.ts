import type { PoolFacts } from '../pool-facts';

/** Why the steps with a device mean nothing for this pool. */
export function noDeviceTracking({ pool }: { readonly pool: Pick<PoolFacts, 'deviceTracking'> }): string | undefined {
  return pool.deviceTracking === undefined
    ? 'Device tracking is off in this pool (no DeviceConfiguration).'
    : undefined;
}
