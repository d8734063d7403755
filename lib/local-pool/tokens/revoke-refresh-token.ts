import type { Client, Pool } from '../pool';
import {
  UnauthorizedException,
  UnsupportedOperationException,
  UnsupportedTokenTypeException,
} from '../wire/exceptions';

/**
 * Revokes a refresh token of the client, and what descends from it. One that is revoked, expired or unknown already is no
 * error (RFC 7009 section 2.2).
 * @throws UnsupportedOperationException, UnsupportedTokenTypeException, or UnauthorizedException for that of another client
 */
export function revokeRefreshToken(pool: Pool, client: Client, token: string): void {
  if (!client.tokenRevocation)
    throw new UnsupportedOperationException('Token revocation is not enabled for this client.');
  if (isSignedToken(token)) throw new UnsupportedTokenTypeException('Only refresh tokens can be revoked.');
  const family = pool.families.byRefreshToken(token);
  if (family === undefined) return;
  if (family.clientId !== client.id) throw new UnauthorizedException('The token was issued to another client.');
  pool.families.revoke(family);
}

/** ID and access tokens are JWS of three parts (RFC 7515); refresh tokens have five. */
function isSignedToken(token: string): boolean {
  return token.split('.').length === 3;
}
