import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { ExpectationError } from './expectation-error';
import { generator, hash, integer, multiplier, power, prime, signedBytes } from './srp-group';

/** Who proves a password. A user is known by the pool and a name in it, a device by its group and a key in it. */
export interface SrpIdentity {
  /** The part of the pool id after `_`, or the DeviceGroupKey. */
  readonly scope: string;
  /** USER_ID_FOR_SRP, or the DeviceKey. */
  readonly name: string;
  readonly password: string;
}

/** The ephemeral key of one exchange: a stays here, A is sent. */
export interface SrpKeyPair {
  readonly privateKey: bigint;
  readonly publicKey: bigint;
}

/** What the service sends with PASSWORD_VERIFIER and DEVICE_PASSWORD_VERIFIER. */
export interface SrpChallenge {
  /** SALT, in hexadecimal digits. */
  readonly salt: string;
  /** SRP_B, in hexadecimal digits. */
  readonly publicKey: string;
  /** SECRET_BLOCK, in Base64. */
  readonly secretBlock: string;
}

/** The answer to either challenge, but for the names in it. */
export interface SrpProof {
  readonly TIMESTAMP: string;
  readonly PASSWORD_CLAIM_SECRET_BLOCK: string;
  readonly PASSWORD_CLAIM_SIGNATURE: string;
}

/** Random bytes in the private key: 1024 bits, as the client libraries of AWS have them. */
export const privateKeyLength = 128;

/** @param random as many random bytes as {@link privateKeyLength} */
export function srpKeyPair(random: Buffer): SrpKeyPair {
  const privateKey = integer(random);
  return { privateKey, publicKey: power(generator, privateKey) };
}

/** A public key as SRP_A carries it. */
export function srpHex(publicKey: bigint): string {
  return publicKey.toString(16);
}

/** x of SRP-6a (RFC 5054 section 2.4), with a scope before the name as Cognito has it. */
export function privateValue({ scope, name, password }: SrpIdentity, salt: bigint): bigint {
  const inner = createHash('sha256').update(`${scope}${name}:${password}`).digest();
  return hash(signedBytes(salt), inner);
}

/** u of SRP-6a (RFC 5054 section 2.6), over both public keys. */
export function scramble(clientKey: bigint, serverKey: bigint): bigint {
  return hash(signedBytes(clientKey), signedBytes(serverKey));
}

/** The 16 bytes that sign, derived from the shared number by HKDF (RFC 5869). */
export function sessionKey(shared: bigint, scrambled: bigint): Buffer {
  return Buffer.from(hkdfSync('sha256', signedBytes(shared), signedBytes(scrambled), 'Caldera Derived Key', 16));
}

/**
 * Proves the password without sending it: SRP-6a (RFC 5054), and a signature with the key that it yields.
 *
 * @param now milliseconds since the epoch; the service refuses a proof of another time
 * @throws ExpectationError for a public key of the service that SRP forbids, or that is no number
 */
export function proveBySrp(keyPair: SrpKeyPair, identity: SrpIdentity, challenge: SrpChallenge, now: number): SrpProof {
  const timestamp = srpTimestamp(now);
  const key = sharedKey(keyPair, identity, challenge);
  const signature = createHmac('sha256', key)
    .update(`${identity.scope}${identity.name}`)
    .update(challenge.secretBlock, 'base64')
    .update(timestamp)
    .digest('base64');
  return {
    TIMESTAMP: timestamp,
    PASSWORD_CLAIM_SECRET_BLOCK: challenge.secretBlock,
    PASSWORD_CLAIM_SIGNATURE: signature,
  };
}

/** @throws ExpectationError as {@link proveBySrp} */
export function sharedKey(
  { privateKey, publicKey }: SrpKeyPair,
  identity: SrpIdentity,
  challenge: Omit<SrpChallenge, 'secretBlock'>,
): Buffer {
  const serverKey = parseHex(challenge.publicKey, 'SRP_B');
  if (serverKey % prime === 0n)
    throw new ExpectationError('SRP_B is a multiple of the prime; expected any other number (RFC 5054 section 2.5.3).');
  const x = privateValue(identity, parseHex(challenge.salt, 'SALT'));
  const u = scramble(publicKey, serverKey);
  return sessionKey(power(modulo(serverKey - multiplier * power(generator, x)), privateKey + u * x), u);
}

/** `Tue May 7 00:09:40 UTC 2024`: the day is not padded, the time is. The service takes no other form. */
export function srpTimestamp(now: number): string {
  const [weekday, day, month, year, time] = new Date(now).toUTCString().replace(',', '').split(' ');
  return `${weekday} ${month} ${Number(day)} ${time} UTC ${year}`;
}

function modulo(value: bigint): bigint {
  const rest = value % prime;
  return rest < 0n ? rest + prime : rest;
}

function parseHex(text: string, what: string): bigint {
  if (!/^[0-9a-f]+$/i.test(text)) throw new ExpectationError(`${what} is not a number in hexadecimal digits.`);
  return BigInt(`0x${text}`);
}
