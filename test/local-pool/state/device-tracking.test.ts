import { findDevice, isRemembered, makeDevice } from '../../../lib/local-pool/state/device-tracking';
import { buildPool } from '../pool-builder';

test('a new device has a key and a group key as the service forms them, and is neither confirmed nor remembered', () => {
  const { clock, pool } = buildPool();
  const [first, second] = [makeDevice(pool), makeDevice(pool)];

  expect(first).toMatchObject({ confirmed: false, remembered: false, created: clock.now() });
  expect(isRemembered(first)).toBe(false);
  expect(first.key).toMatch(/^eu-west-1_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(first.groupKey).toMatch(/^-[0-9A-Za-z]{8}$/);
  expect(second.key).not.toBe(first.key);
  expect(second.groupKey).not.toBe(first.groupKey);
});

test('a device is found among those of its user alone', async () => {
  const { addConfirmedUser, pool } = buildPool();
  const [first, second] = [makeDevice(pool), makeDevice(pool)];
  const user = pool.users.update(await addConfirmedUser('anna@example.com'), { devices: [first, second] });
  expect(user && findDevice(user, second.key)).toBe(second);
  expect(user && findDevice(user, makeDevice(pool).key)).toBeUndefined();
});
