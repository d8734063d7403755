import type { Pool } from '../pool';
import type { User } from '../state/user';
import { requireDevice } from './require-device';

export type RememberedStatus = 'remembered' | 'not_remembered';

/**
 * Whether the device signs in by its own secret from now on; without a status nothing changes.
 * @throws see requireDevice
 */
export function setRemembered(pool: Pool, user: User, key: string, status: RememberedStatus | undefined): void {
  const device = requireDevice(pool, user, key);
  if (status !== undefined) pool.users.updateDevice(user.username, device.key, { remembered: status === 'remembered' });
}

/**
 * Forgets a device: its key means nothing any more, and the refresh tokens that were issued with it end.
 * @throws see requireDevice
 */
export function forgetDevice(pool: Pool, user: User, key: string): void {
  const device = requireDevice(pool, user, key);
  pool.users.update(user.username, ({ devices }) => ({ devices: devices.filter((each) => each.key !== device.key) }));
}
