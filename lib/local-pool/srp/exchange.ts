import { createHmac, hkdfSync } from 'node:crypto';
import { equalSecrets } from '../constant-time';
import type { Randomness } from '../randomness';
import { g, k, N, power, sha256, signedBytes, toBytes, toNumber } from './group';

/** What is kept of an SRP-6a exchange between its challenge and the claim (RFC 5054, with Cognito's hashes and keys). */
export interface Exchange {
  /** SRP_A of the client. */
  readonly A: bigint;
  /** The secret exponent, big-endian. */
  readonly b: Buffer;
  /** SRP_B. */
  readonly B: bigint;
  /** What the claim must bring back and sign, Base64. */
  readonly secretBlock: string;
}

/** Whose secret is proved: the pool name and the stored username, or the device group key and the device key. */
export interface SrpIdentity {
  readonly scope: string;
  readonly name: string;
}

export interface Claim {
  /** Base64. */
  readonly secretBlock: string;
  /** As the client wrote it. */
  readonly timestamp: string;
  /** Base64. */
  readonly signature: string;
}

/** 256 bits, the least that RFC 5054 section 2.5.3 asks for b: as strong as the group, and a quarter of the work of 1024. */
const exponentBytes = 32;
/** Long enough that nobody guesses one. */
const secretBlockBytes = 256;
const keyBytes = 16;

/** v = g^x mod N of a private value x (RFC 5054 section 2.4), big-endian. */
export function verifierOf(x: Buffer): bigint {
  return power(g, x);
}

/** The server's half: a new b, and B = k*v + g^b mod N (RFC 5054 section 2.5.3). */
export function beginExchange(A: bigint, verifier: bigint, randomness: Randomness): Exchange {
  const b = randomness.bytes(exponentBytes);
  return {
    A,
    b,
    B: (k * verifier + power(g, b)) % N,
    secretBlock: randomness.bytes(secretBlockBytes).toString('base64'),
  };
}

/**
 * Whether the claim proves that the client knows the secret behind `verifier`. Compared in constant time. A verifier
 * that changed since the exchange began makes every claim wrong.
 */
export function provesSecret(exchange: Exchange, verifier: bigint, identity: SrpIdentity, claim: Claim): boolean {
  if (!equalSecrets(exchange.secretBlock, claim.secretBlock)) return false;
  const signature = createHmac('sha256', sessionKey(exchange, verifier))
    .update(identity.scope)
    .update(identity.name)
    .update(exchange.secretBlock, 'base64')
    .update(claim.timestamp)
    .digest('base64');
  return equalSecrets(signature, claim.signature);
}

/** The key that signs: 16 bytes by HKDF (RFC 5869) from S = (A * v^u)^b mod N, u = H(A | B). */
export function sessionKey({ A, b, B }: Omit<Exchange, 'secretBlock'>, verifier: bigint): Buffer {
  const u = toNumber(sha256(signedBytes(A), signedBytes(B)));
  const shared = power((A * power(verifier, toBytes(u))) % N, b);
  return Buffer.from(hkdfSync('sha256', signedBytes(shared), signedBytes(u), 'Caldera Derived Key', keyBytes));
}
