import { privateValue } from './srp';
import { generator, integer, power, signedBytes } from './srp-group';

/** A device and the password that it keeps; any text. */
export interface DeviceSecret {
  readonly groupKey: string;
  readonly key: string;
  readonly password: string;
}

/** DeviceSecretVerifierConfig of ConfirmDevice, both in Base64. */
export interface DeviceVerifier {
  readonly PasswordVerifier: string;
  readonly Salt: string;
}

/**
 * The SRP-6a verifier of a device secret, g^x mod N, as every client library of AWS makes it. Whoever holds the verifier
 * alone cannot sign in with it.
 *
 * @param salt 16 random bytes
 */
export function deviceVerifier({ groupKey, key, password }: DeviceSecret, salt: Buffer): DeviceVerifier {
  // As a number from the start: the service returns the salt as one, and zero bytes before it would count in the hash.
  const number = integer(salt);
  const verifier = power(generator, privateValue({ scope: groupKey, name: key, password }, number));
  return {
    PasswordVerifier: signedBytes(verifier).toString('base64'),
    Salt: signedBytes(number).toString('base64'),
  };
}
