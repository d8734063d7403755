import { createDiffieHellman, createHash, getDiffieHellman } from 'node:crypto';

/** The group of Cognito's SRP: the 3072-bit prime of RFC 3526 section 4 with generator 2. */
const primeBytes = getDiffieHellman('modp15').getPrime();
export const prime = integer(primeBytes);
export const generator = 2n;

/** k of SRP-6a (RFC 5054 section 2.5.3), hashed over the forms that every client library of AWS uses. */
export const multiplier = hash(signedBytes(prime), signedBytes(generator));

/**
 * base^exponent mod N. A Diffie-Hellman exchange is that and nothing else, and node:crypto computes it in native code, in a
 * time that does not tell the exponent.
 *
 * @throws Error of OpenSSL for the bases 0, 1 and N - 1, whose powers say nothing of the exponent
 */
export function power(base: bigint, exponent: bigint): bigint {
  const exchange = createDiffieHellman(primeBytes, Number(generator));
  exchange.setPrivateKey(signedBytes(exponent));
  return integer(exchange.computeSecret(signedBytes(base)));
}

/** SHA-256 as a number. */
export function hash(...parts: readonly Buffer[]): bigint {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return integer(digest.digest());
}

/** The number that unsigned bytes stand for, the highest first. */
export function integer(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex') || '0'}`);
}

/** As a Java BigInteger is written: as few bytes as hold it, and a zero byte before them where the first bit is set. */
export function signedBytes(value: bigint): Buffer {
  const hex = value.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex');
}
