import { sign } from 'node:crypto';
import { promisify } from 'node:util';
import type { JWTPayload } from 'jose';
import type { SigningKey } from './signing-keys';

const signInThread = promisify(sign);

/** A token that is to be: its claims and the key that signs them. */
export type Signing = readonly [claims: JWTPayload, key: SigningKey];

/**
 * A token of these claims, as the service signs them: RS256 in the compact serialization (RFC 7515 section
 * 7.1). Signatures are most of what a sign-in costs, so no library is between them and
 * node:crypto, which makes this one in a thread of its own.
 */
export async function signClaims(...[claims, key]: Signing): Promise<string> {
  const input = inputOf(claims, key);
  return withSignature(input, await signInThread('sha256', Buffer.from(input, 'ascii'), key.privateKey));
}

/**
 * Two tokens: the first is signed in another thread, the second meanwhile in this one, so that they take the time of one
 * and only one of them the way to a thread and back, which is a tenth of a signature.
 */
export async function signBoth(first: Signing, [claims, key]: Signing): Promise<readonly [string, string]> {
  const elsewhere = signClaims(...first);
  const input = inputOf(claims, key);
  const here = withSignature(input, sign('sha256', Buffer.from(input, 'ascii'), key.privateKey));
  return [await elsewhere, here];
}

/** What is signed (RFC 7515 section 5.1). */
function inputOf(claims: JWTPayload, { header }: SigningKey): string {
  return `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
}

function withSignature(input: string, signature: Buffer): string {
  return `${input}.${signature.toString('base64url')}`;
}
