import { createDiffieHellman, createHash, getDiffieHellman } from 'node:crypto';

/** The 3072-bit prime of RFC 3526 section 4 (group 15) with generator 2: the group of every SRP exchange of Cognito. */
const prime = getDiffieHellman('modp15').getPrime();

export const N = toNumber(prime);
export const g = 2n;

/** k = H(N | g), the multiplier of SRP-6a (RFC 5054 section 2.5.3), over the forms that Cognito hashes. */
export const k = toNumber(sha256(signedBytes(N), signedBytes(g)));

/**
 * base^exponent mod N for a base below N. A Diffie-Hellman exchange computes just that in native code, about seven times
 * faster than BigInt and in a time that does not tell the exponent.
 * @param exponent big-endian, not zero
 */
export function power(base: bigint, exponent: Buffer): bigint {
  // OpenSSL refuses the bases whose powers tell nothing of the exponent; a client may still send them.
  if (base === 0n || base === 1n) return base;
  if (base === N - 1n) return ((exponent.at(-1) ?? 0) & 1) === 1 ? base : 1n;
  const exchange = createDiffieHellman(prime, Number(g));
  exchange.setPrivateKey(exponent);
  return toNumber(exchange.computeSecret(toBytes(base)));
}

/** The shortest big-endian form whose first bit is clear, as a Java BigInteger is written: what is hashed. */
export function signedBytes(value: bigint): Buffer {
  const bytes = toBytes(value);
  return (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes;
}

/** The number that big-endian bytes stand for, none of them a sign. */
export function toNumber(bytes: Buffer): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${bytes.toString('hex')}`);
}

export function toBytes(value: bigint): Buffer {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
}

export function sha256(...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
