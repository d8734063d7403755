import { Secret, TOTP } from 'otpauth';

/** The URI that authenticator apps read from a QR code (Key Uri Format of Google Authenticator). It holds the secret. */
export function otpauthUri(issuer: string, label: string, secretCode: string): string {
  const secret = Secret.fromBase32(secretCode);
  return new TOTP({ issuer, label, secret, algorithm: 'SHA1', digits: 6, period: 30 }).toString();
}
