import fc from 'fast-check';
import { simulateDelivery } from '../../../lib/local-pool/messages/simulated-delivery';
import { Pool } from '../../../lib/local-pool/pool';
import { countedRandomness } from '../counted-randomness';
import { buildPool } from '../pool-builder';

test('a name gets the same delivery each time, however it is written, and it looks like a real one', () => {
  const { pool } = buildPool();
  fc.assert(
    fc.property(fc.stringMatching(/^[\w.-]{1,128}$/), (name) => {
      const delivery = simulateDelivery(pool, name, 'password-reset');
      expect(delivery).toEqual({
        Destination: expect.stringMatching(/^[a-z]\*{3}@[a-z]\*{3}$/),
        DeliveryMedium: 'EMAIL',
        AttributeName: 'email',
      });
      expect(simulateDelivery(pool, name.toUpperCase(), 'password-reset')).toEqual(delivery);
    }),
  );
});

test('a name that is an address is shown as that address would be', () => {
  const { pool } = buildPool();
  expect(simulateDelivery(pool, 'Nobody@Example.com', 'sign-up').Destination).toBe('n***@e***');
});

test('what is invented depends on the pool, so that nobody can work it out from the name', () => {
  const { pool } = buildPool();
  const { clock, lambda, inbox, kmsKeys, log, origin, keys } = pool;
  const other = new Pool(
    { poolId: pool.id, clientIds: {} },
    { ...pool.settings, clients: [] },
    { clock, lambda, inbox, kmsKeys, log, origin, keys, randomness: countedRandomness('another') },
  );
  const names = ['anna', 'bob', 'cleo', 'dora'];
  const destinations = (of: Pool) => names.map((name) => simulateDelivery(of, name, 'sign-up').Destination);
  expect(destinations(other)).not.toEqual(destinations(pool));
});

test('where phone numbers are verified a made-up name looks like a user with one', () => {
  const { pool } = buildPool({ settings: { autoVerifiedAttributes: ['phone_number'] } });
  const delivery = simulateDelivery(pool, 'anna', 'password-reset');
  expect(delivery).toEqual({
    Destination: expect.stringMatching(/^\+\*{7}\d{4}$/),
    DeliveryMedium: 'SMS',
    AttributeName: 'phone_number',
  });
  expect(simulateDelivery(pool, 'ANNA', 'password-reset')).toEqual(delivery);
  expect(simulateDelivery(pool, '+4915112345678', 'sign-up').Destination).toBe('+*********5678');
});
