import { createHash } from 'node:crypto';
import { deviceVerifier } from '../../lib/sign-in/device-verifier';

// A vector made with an independent implementation of Cognito's device SRP.
const device = {
  groupKey: '-AbCdEfGh',
  key: 'eu-west-1_0f9e8d7c-6b5a-4493-8271-605f4e3d2c1b',
  password: 'CtUuM4ZiySOxX9Rac8bpczbvzPKKeu+USUQ8xt10FfuLU2OfFSyPxg==',
  salt: Buffer.from('fbd8f8a124adabf7c228e0ee301b92a8', 'hex'),
};

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

test('the verifier of a device secret is that of the vector', () => {
  expect(digest(deviceVerifier(device).PasswordVerifier)).toBe(
    '67fe30d35388fb59655d1e7e75d112d8fae6d48214bebc124f8ee8094bbca737',
  );
});

test('a salt whose first bit is set goes out with a leading zero byte', () => {
  expect(deviceVerifier(device).Salt).toBe('APvY+KEkrav3wijg7jAbkqg=');
});

test('a salt whose first bit is not set goes out as it is', () => {
  const salt = Buffer.from('7bd8f8a124adabf7c228e0ee301b92a8', 'hex');
  expect(deviceVerifier({ ...device, salt }).Salt).toBe(salt.toString('base64'));
});

test.each([['groupKey'], ['key'], ['password']] as const)('the verifier depends on the %s', (part) => {
  const other = deviceVerifier({ ...device, [part]: `${device[part]}x` });
  expect(other.PasswordVerifier).not.toBe(deviceVerifier(device).PasswordVerifier);
});
