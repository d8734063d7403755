import { sign } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { SigningKey } from './signing-keys';

/**
 * A token of these claims, as the service signs them: RS256 in the compact serialization (RFC 7515 section 7.1). Signatures
 * are most of what a sign-in costs, so no library is between them and node:crypto; and a signature takes less than the way
 * to another thread, with what two threads on the two halves of one processor core take from each other.
 */
export function signClaims(claims: JWTPayload, { header, privateKey }: SigningKey): string {
  // What is signed (RFC 7515 section 5.1).
  const input = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
  return `${input}.${sign('sha256', Buffer.from(input, 'ascii'), privateKey).toString('base64url')}`;
}
