import {
  ResourceNotFoundException,
  UnauthorizedException,
  UnsupportedOperationException,
  UnsupportedTokenTypeException,
} from '../wire/exceptions';
import { provesClient } from '../authentication/client-secret';
import type { Client, Pool } from '../pool';
import type { LocalService } from '../service';
import * as member from '../wire/members';
import { required } from '../wire/shape';
import { operation } from './operation';

/**
 * Revokes a refresh token and what descends from it (API_RevokeToken). One that is revoked, expired or unknown already is
 * no error (RFC 7009 section 2.2).
 */
export const revokeToken = operation({
  name: 'RevokeToken',
  authorisation: 'client',
  input: {
    Token: required(member.token),
    ClientId: required(member.clientId),
    ClientSecret: member.presentedClientSecret,
  },
  run(service, { Token, ClientId, ClientSecret }) {
    const { pool, client } = requireKnownClient(service, ClientId);
    if (!provesClient(client, ClientSecret)) throw new UnauthorizedException('Invalid client credentials.');
    if (!client.tokenRevocation)
      throw new UnsupportedOperationException('Token revocation is not enabled for this client.');
    if (isSignedToken(Token)) throw new UnsupportedTokenTypeException('Only refresh tokens can be revoked.');
    const family = pool.families.byRefreshToken(Token);
    if (family === undefined) return {};
    if (family.clientId !== client.id) throw new UnauthorizedException('The token was issued to another client.');
    pool.families.revoke(family);
    return {};
  },
});

/** The operation declares no ResourceNotFoundException: an unknown client is unauthorised. */
function requireKnownClient(service: LocalService, clientId: string): { readonly pool: Pool; readonly client: Client } {
  try {
    return service.requireClient(clientId);
  } catch (error) {
    if (error instanceof ResourceNotFoundException) throw new UnauthorizedException('Invalid client credentials.');
    throw error;
  }
}

/** ID and access tokens are JWS of three parts (RFC 7515); refresh tokens have five. */
function isSignedToken(token: string): boolean {
  return token.split('.').length === 3;
}
