import { readClientValue } from '../../../lib/local-pool/srp/client-value';
import { N } from '../../../lib/local-pool/srp/group';
import { userVector } from '../../sign-in/srp-vector';
import { refusal, refusalOf } from '../refusal';

test('a number below the prime is read, in either case', () => {
  const value = BigInt(`0x${userVector.A}`);
  expect(readClientValue(userVector.A)).toBe(value);
  expect(readClientValue(userVector.A.toUpperCase())).toBe(value);
  expect(readClientValue((N - 1n).toString(16))).toBe(N - 1n);
});

test.each([
  ['zero', '0'],
  ['the prime', N.toString(16)],
  ['a multiple of the prime', (3n * N).toString(16)],
  ['a number above the prime', (N + 1n).toString(16)],
  ['a negative number', '-2'],
  ['no number', 'moon'],
  ['a text of any length', 'f'.repeat(131_072)],
])('%s is refused', async (_what, hex) => {
  expect(await refusalOf(() => readClientValue(hex))).toEqual(
    refusal(
      'InvalidParameterException',
      'SRP_A must be a number in hexadecimal digits, above zero and below the prime.',
    ),
  );
});
