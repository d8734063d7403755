import type { DeviceTracking } from '../settings/pool-settings';
import { isRemembered } from '../state/device-tracking';
import type { Device } from '../state/user';

/**
 * Whether proving the device takes the place of the second factor (CreateUserPool, DeviceConfigurationType):
 * ChallengeRequiredOnNewDevice, and a device that was remembered where the factor itself had been shown.
 */
export function standsInForSecondFactor(tracking: DeviceTracking | undefined, device: Device | undefined): boolean {
  if (tracking?.challengeRequiredOnNewDevice !== true || device === undefined) return false;
  return isRemembered(device) && device.standsInForSecondFactor;
}
