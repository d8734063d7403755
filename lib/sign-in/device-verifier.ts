import { createDiffieHellman, createHash, getDiffieHellman } from 'node:crypto';

/** What a device and its secret are to each other. */
export interface DeviceSecret {
  readonly groupKey: string;
  readonly key: string;
  /** The password that the device keeps; any text. */
  readonly password: string;
  /** 16 random bytes. */
  readonly salt: Buffer;
}

/** DeviceSecretVerifierConfig of ConfirmDevice, both in Base64. */
export interface DeviceVerifier {
  readonly PasswordVerifier: string;
  readonly Salt: string;
}

/** The group of Cognito's SRP: the 3072-bit prime of RFC 3526 section 4 with generator 2. */
const prime = getDiffieHellman('modp15').getPrime();
const generator = 2;

/**
 * The SRP-6a verifier of a device secret: g^x mod N with x = H(salt | H(group key, device key, ":", password)), as every
 * client library of AWS makes it. Whoever holds the verifier alone cannot sign in with it.
 */
export function deviceVerifier({ groupKey, key, password, salt }: DeviceSecret): DeviceVerifier {
  const inner = sha256(Buffer.from(`${groupKey}${key}:${password}`));
  const signedSalt = positive(salt);
  const exponentiation = createDiffieHellman(prime, generator);
  exponentiation.setPrivateKey(sha256(Buffer.concat([signedSalt, inner])));
  const verifier = exponentiation.generateKeys();
  return { PasswordVerifier: positive(verifier).toString('base64'), Salt: signedSalt.toString('base64') };
}

/** As a Java BigInteger would be written: with a leading zero byte where the first bit is set. */
function positive(bytes: Buffer): Buffer {
  return (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes;
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
