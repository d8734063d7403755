import type { Pool } from '../pool';
import { alphanumerics } from '../randomness';
import type { Device, User } from './user';

/** A device with a key of its own, of no use until ConfirmDevice. */
export function makeDevice(pool: Pool): Device {
  const now = pool.clock.now();
  return {
    key: `${pool.settings.region}_${pool.randomness.uuid()}`,
    groupKey: `-${pool.randomness.text(8, alphanumerics)}`,
    name: undefined,
    confirmed: false,
    remembered: false,
    standsInForSecondFactor: false,
    verifier: undefined,
    created: now,
    modified: now,
    lastAuthenticated: now,
  };
}

/** Whether the device signs in by a secret of its own. */
export function isRemembered(device: Device): boolean {
  return device.confirmed && device.remembered;
}

export function findDevice(user: User, key: string): Device | undefined {
  return user.devices.find((device) => device.key === key);
}
