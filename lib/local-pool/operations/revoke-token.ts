import { ResourceNotFoundException, UnauthorizedException } from '../wire/exceptions';
import { provesClient } from '../authentication/client-secret';
import type { Client, Pool } from '../pool';
import type { LocalService } from '../service';
import { revokeRefreshToken } from '../tokens/revoke-refresh-token';
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
    revokeRefreshToken(pool, client, Token);
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
