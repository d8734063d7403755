import { SignJWT, type JWTPayload } from 'jose';
import type { Client, Pool } from '../pool';
import { alphanumerics } from '../randomness';
import { userAdminScope } from '../service';
import { triggerAttributes } from '../state/user-attributes';
import type { User } from '../state/user';
import { applyTokenOverrides } from '../triggers/token-overrides';
import { preTokenGeneration, type TokenSource } from '../triggers/pre-token-generation';
import { claimsOf, groupClaims } from './claims';
import { newSession } from './session-tracking';
import type { SigningKey } from './signing-keys';
import type { TokenFamily } from './token-families';

export interface IssuedTokens {
  readonly AccessToken: string;
  readonly IdToken: string;
  readonly ExpiresIn: number;
  readonly TokenType: 'Bearer';
}

/** A new family for an authentication that just succeeded; it counts from now on. */
export function beginFamily(
  pool: Pool,
  client: Client,
  user: User,
  authentication: Pick<TokenFamily, 'deviceKey' | 'secondFactorShown'>,
): TokenFamily {
  const now = pool.clock.now();
  return {
    originJti: pool.randomness.uuid(),
    eventId: pool.randomness.uuid(),
    username: user.username,
    clientId: client.id,
    authenticated: now,
    scope: userAdminScope,
    ...authentication,
    refreshToken: opaqueToken(pool),
    session: newSession(pool),
    expires: now + client.refreshTokenSeconds * 1000,
    revoked: false,
  };
}

/**
 * Signs an ID and an access token of `family`, after the token trigger has had its say.
 * @throws what the trigger's failure means; no token is issued then.
 */
export async function signTokens(
  pool: Pool,
  client: Client,
  user: User,
  family: TokenFamily,
  source: TokenSource,
  clientMetadata: Readonly<Record<string, string>>,
): Promise<IssuedTokens> {
  const claims = claimsOf(pool, client, user, family);
  const overrides = await preTokenGeneration(
    { pool, clientId: client.id },
    {
      source,
      username: user.username,
      attributes: triggerAttributes(user),
      groups: groupClaims(pool, user),
      scopes: family.scope.split(' '),
      clientMetadata,
    },
  );
  const { id, access } = overrides === undefined ? claims : applyTokenOverrides(claims, overrides);
  const keys = await pool.keys;
  const [IdToken, AccessToken] = await Promise.all([sign(id, keys.id), sign(access, keys.access)]);
  return { AccessToken, IdToken, ExpiresIn: client.accessTokenSeconds, TokenType: 'Bearer' };
}

function sign(claims: JWTPayload, key: SigningKey): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ kid: key.kid, alg: 'RS256' }).sign(key.privateKey);
}

/** A refresh token: to clients an opaque string of five parts in the form of a JWE (RFC 7516), of which only the first can be read. */
export function opaqueToken(pool: Pool): string {
  const header = Buffer.from(JSON.stringify({ cty: 'JWT', enc: 'A256GCM', alg: 'RSA-OAEP' })).toString('base64url');
  return [header, ...[342, 16, 860, 22].map((length) => pool.randomness.text(length, alphanumerics))].join('.');
}
