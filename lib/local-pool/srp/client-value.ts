import { InvalidParameterException } from '../wire/exceptions';
import { N } from './group';

/** The hexadecimal digits of the largest number below N. */
const longest = N.toString(16).length;

/**
 * SRP_A as a number. Zero and the multiples of the prime would make the shared secret known to anybody (RFC 5054 section
 * 2.5.4); no client that follows the protocol sends a number above the prime.
 * @throws InvalidParameterException
 */
export function readClientValue(hex: string): bigint {
  // The length first: text of any size comes in, and reading a long number takes long.
  const A = hex.length <= longest && /^[0-9a-f]+$/i.test(hex) ? BigInt(`0x${hex}`) : 0n;
  if (A === 0n || A >= N)
    throw new InvalidParameterException(
      'SRP_A must be a number in hexadecimal digits, above zero and below the prime.',
    );
  return A;
}
