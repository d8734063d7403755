import fc from 'fast-check';
import { N, power, signedBytes, toBytes, toNumber } from '../../../lib/local-pool/srp/group';

function plainPower(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (const digit of exponent.toString(2)) result = (result * result * (digit === '1' ? base : 1n)) % N;
  return result;
}

test('the native power is that of plain arithmetic, for every base below the prime', () => {
  const base = fc.oneof(fc.constantFrom(0n, 1n, 2n, N - 2n, N - 1n), fc.bigInt({ min: 0n, max: N - 1n }));
  fc.assert(
    fc.property(base, fc.bigInt({ min: 1n, max: 2n ** 64n }), (given, exponent) => {
      expect(power(given, toBytes(exponent))).toBe(plainPower(given, exponent));
    }),
    { numRuns: 50 },
  );
});

test.each([
  [0n, '00'],
  [1n, '01'],
  [0x7fn, '7f'],
  [0x80n, '0080'],
  [0xfffn, '0fff'],
  [0x8000n, '008000'],
])('%p is hashed as the bytes %s', (value, written) => {
  expect(signedBytes(value).toString('hex')).toBe(written);
});

test('bytes are read as the number that they were written from', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 3100n }), (value) => {
      expect(toNumber(toBytes(value))).toBe(value);
      expect(toNumber(signedBytes(value))).toBe(value);
    }),
  );
  expect(toNumber(Buffer.alloc(0))).toBe(0n);
});
