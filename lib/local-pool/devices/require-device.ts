import type { Pool } from '../pool';
import type { DeviceTracking } from '../settings/pool-settings';
import { findDevice } from '../state/device-tracking';
import type { Device, User } from '../state/user';
import { InvalidUserPoolConfigurationException, ResourceNotFoundException } from '../wire/exceptions';

/** What AdminGetDevice and AdminListDevices say of an unknown user: they declare no UserNotFoundException. */
export function deviceOfNobody(): ResourceNotFoundException {
  return new ResourceNotFoundException('User does not exist.');
}

/** @throws InvalidUserPoolConfigurationException for a pool that tracks no devices. */
export function requireDeviceTracking({ settings }: Pool): DeviceTracking {
  if (settings.deviceTracking === undefined)
    throw new InvalidUserPoolConfigurationException('Device tracking not currently enabled for this pool.');
  return settings.deviceTracking;
}

/**
 * A device of the user that was confirmed: with ConfirmDevice the service begins to track it (API_ConfirmDevice).
 * @throws ResourceNotFoundException for any other key; and see requireDeviceTracking.
 */
export function requireDevice(pool: Pool, user: User, key: string): Device {
  requireDeviceTracking(pool);
  const device = findDevice(user, key);
  if (device?.confirmed !== true) throw new ResourceNotFoundException('Device does not exist.');
  return device;
}
