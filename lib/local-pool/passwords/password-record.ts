import { createHash, timingSafeEqual } from 'node:crypto';
import type { Randomness } from '../randomness';

/**
 * A password as the pool keeps it: never in clear. `x` is the SRP private value
 * H(padHex(salt) || H(poolName || username || ":" || password)), so one record serves password flows by comparison and
 * SRP through its verifier (RFC 5054 section 2.4, with Cognito's padding).
 */
export interface PasswordRecord {
  /** 16 bytes, hex, first digit 1 to 7: no leading zero and no padding byte, on which clients disagree. */
  readonly salt: string;
  /** SHA-256, hex. */
  readonly x: string;
}

/** Who a password belongs to: the part of the pool id after `_`, and the stored username. */
export interface PasswordOwner {
  readonly poolName: string;
  readonly username: string;
}

const saltBytes = 16;

export function recordPassword(owner: PasswordOwner, password: string, randomness: Randomness): PasswordRecord {
  const salt = saltOf(randomness.bytes(saltBytes));
  return { salt, x: privateValue(owner, password, salt).toString('hex') };
}

/** A salt of these random bytes, as many of them as it needs. */
export function saltOf(random: Buffer): string {
  const bytes = Buffer.from(random.subarray(0, saltBytes));
  bytes[0] = ((bytes[0] ?? 0) & 0x6f) | 0x10;
  return bytes.toString('hex');
}

/** Whether `password` is the recorded one, in constant time. */
export function matchesPassword(owner: PasswordOwner, password: string, record: PasswordRecord): boolean {
  return timingSafeEqual(privateValue(owner, password, record.salt), Buffer.from(record.x, 'hex'));
}

function privateValue({ poolName, username }: PasswordOwner, password: string, salt: string): Buffer {
  const inner = createHash('sha256').update(`${poolName}${username}:${password}`).digest();
  return createHash('sha256').update(Buffer.from(salt, 'hex')).update(inner).digest();
}
