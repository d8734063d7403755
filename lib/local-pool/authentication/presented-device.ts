import { findDevice } from '../state/device-tracking';
import type { Device } from '../state/user';
import { ResourceNotFoundException } from '../wire/exceptions';
import type { Attempt } from './sign-in';

/**
 * The device that the client says it signs in from; without device tracking the key means nothing.
 * @throws ResourceNotFoundException for a device that is not the user's, or not any more.
 */
export function presentedDevice({
  pool,
  user,
  deviceKey,
}: Pick<Attempt, 'pool' | 'user' | 'deviceKey'>): Device | undefined {
  if (pool.settings.deviceTracking === undefined || deviceKey === undefined) return undefined;
  const device = findDevice(user, deviceKey);
  if (device === undefined) throw new ResourceNotFoundException('Device does not exist.');
  return device;
}
