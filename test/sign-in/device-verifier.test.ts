import { createHash } from 'node:crypto';
import { deviceVerifier } from '../../lib/sign-in/device-verifier';
import { deviceVector } from './srp-vector';

const { salt, saltSent, verifierDigest, ...device } = deviceVector;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

test('the verifier of a device secret is that of the vector', () => {
  expect(digest(deviceVerifier(device, salt).PasswordVerifier)).toBe(verifierDigest);
});

test('a salt whose first bit is set goes out with a leading zero byte', () => {
  expect(deviceVerifier(device, salt).Salt).toBe(saltSent);
});

test('a salt whose first bit is not set goes out as it is', () => {
  const other = Buffer.from('7bd8f8a124adabf7c228e0ee301b92a8', 'hex');
  expect(deviceVerifier(device, other).Salt).toBe(other.toString('base64'));
});

test('zero bytes before a salt do not count: the service returns it as a number', () => {
  const short = Buffer.from('7bd8', 'hex');
  expect(deviceVerifier(device, Buffer.concat([Buffer.alloc(14), short]))).toEqual(deviceVerifier(device, short));
});

test.each([['groupKey'], ['key'], ['password']] as const)('the verifier depends on the %s', (part) => {
  const other = deviceVerifier({ ...device, [part]: `${device[part]}x` }, salt);
  expect(other.PasswordVerifier).not.toBe(deviceVerifier(device, salt).PasswordVerifier);
});
