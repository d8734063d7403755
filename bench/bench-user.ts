import { createHash } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** Everybody's: what is measured is the way of a sign-in, and one password is as dear to check as another. */
export const benchPassword = 'Correct-Horse-9';

/** Of a TOTP code, as Cognito has them (RFC 6238). */
export const stepMilliseconds = 30_000;

/** The code of a step. */
export function totpCode(secret: string, step: number): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 });
  return totp.generate({ timestamp: step * stepMilliseconds });
}

/** Who the user of that number is, known to the server that puts it in and to the client that signs in as it. */
export interface BenchUser {
  readonly username: string;
  readonly email: string;
  readonly phoneNumber: string;
  /** Of the authenticator, Base32 without padding; undefined for every hundredth user, who has no second factor. */
  readonly totpSecret: string | undefined;
}

export function benchUser(number: number): BenchUser {
  const padded = String(number).padStart(7, '0');
  return {
    username: `user-${padded}`,
    email: `user-${padded}@example.com`,
    phoneNumber: `+1555${padded}`,
    totpSecret: number % 100 === 0 ? undefined : secretOf(padded),
  };
}

function secretOf(seed: string): string {
  return new Secret({ buffer: Uint8Array.from(createHash('sha256').update(seed).digest()).buffer }).base32;
}
