import { findDevice, trackNewDevice } from '../../../lib/local-pool/state/device-tracking';
import { buildPool } from '../pool-builder';

test('a new device is tracked, but neither confirmed nor remembered', async () => {
  const { addConfirmedUser, clock, pool } = buildPool();
  const user = pool.requireUser(await addConfirmedUser('anna@example.com'));

  const first = trackNewDevice(pool, user);
  const second = trackNewDevice(pool, user);

  expect(first).toMatchObject({ confirmed: false, remembered: false, created: clock.now() });
  // The form that the service's model demands of a DeviceKey.
  expect(first.key).toMatch(/^eu-west-1_[0-9a-f-]{36}$/);
  expect(second.key).not.toBe(first.key);
  const now = pool.requireUser('anna@example.com');
  expect(now.devices).toEqual([first, second]);
  expect(findDevice(now, second.key)).toBe(second);
  expect(findDevice(now, 'eu-west-1_other')).toBeUndefined();
});
