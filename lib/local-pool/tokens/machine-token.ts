import { seconds } from '../clock';
import type { Client, Pool } from '../pool';
import { preTokenGenerationForClient } from '../triggers/pre-token-generation';
import { applyAccessTokenOverrides } from '../triggers/token-overrides';
import { signClaims } from './sign-claims';

/**
 * An access token that speaks for a client and no user: its subject is the client (developer guide, "Scopes, M2M, and
 * resource servers").
 * @throws what a failure of the token trigger means; no token is issued then
 */
export async function signMachineToken(
  pool: Pool,
  client: Client,
  scopes: readonly string[],
  clientMetadata: Readonly<Record<string, string>>,
): Promise<string> {
  const now = seconds(pool.clock.now());
  const claims = {
    sub: client.id,
    token_use: 'access',
    scope: scopes.join(' '),
    auth_time: now,
    iss: pool.issuer,
    exp: now + client.accessTokenSeconds,
    iat: now,
    version: 2,
    jti: pool.randomness.uuid(),
    client_id: client.id,
  };
  const overrides = await preTokenGenerationForClient(pool, { clientId: client.id, scopes, clientMetadata });
  const { access } = await pool.keys;
  return signClaims(overrides === undefined ? claims : applyAccessTokenOverrides(claims, overrides), access);
}
