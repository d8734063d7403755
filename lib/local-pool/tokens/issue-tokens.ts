import { createHash } from 'node:crypto';
import type { Client, Pool } from '../pool';
import { userAdminScope } from '../service';
import { triggerAttributes } from '../state/user-attributes';
import type { User } from '../state/user';
import { applyTokenOverrides } from '../triggers/token-overrides';
import { preTokenGeneration, type TokenSource } from '../triggers/pre-token-generation';
import { claimsOf, groupClaims } from './claims';
import { newSession } from './session-tracking';
import { signClaims } from './sign-claims';
import type { TokenFamily } from './token-families';

export interface IssuedTokens {
  readonly AccessToken: string;
  /** undefined: managed login was not asked for one (scope openid). */
  readonly IdToken?: string;
  readonly ExpiresIn: number;
  readonly TokenType: 'Bearer';
}

/** How somebody signed in. What is left out is as at the operations of the API: now, and with the scope of the user. */
export type Authentication = Pick<TokenFamily, 'deviceKey' | 'secondFactorShown'> &
  Partial<Pick<TokenFamily, 'authenticated' | 'grant' | 'scope'>>;

/** A new family for an authentication that just succeeded; it counts from now on. */
export function beginFamily(pool: Pool, client: Client, user: User, authentication: Authentication): TokenFamily {
  const now = pool.clock.now();
  return {
    originJti: pool.randomness.uuid(),
    eventId: pool.randomness.uuid(),
    username: user.username,
    clientId: client.id,
    authenticated: now,
    grant: 'api',
    scope: userAdminScope,
    ...authentication,
    refreshToken: opaqueToken(pool),
    session: newSession(pool),
    expires: now + client.refreshTokenSeconds * 1000,
    revoked: false,
  };
}

/** Why tokens are signed. */
export interface Issuance {
  readonly source: TokenSource;
  readonly clientMetadata: Readonly<Record<string, string>>;
  /** Of the authorization request (OpenID Connect Core 1.0 section 3.1.2.1); a refresh has none (section 12.2). */
  readonly nonce?: string | undefined;
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
  { source, clientMetadata, nonce }: Issuance,
): Promise<IssuedTokens> {
  const claims = claimsOf(pool, client, user, family);
  const scopes = family.scope.split(' ');
  const overrides = await preTokenGeneration(
    { pool, clientId: client.id },
    {
      source,
      username: user.username,
      attributes: triggerAttributes(user),
      groups: groupClaims(pool, user),
      scopes,
      clientMetadata,
    },
  );
  const { id, access } = overrides === undefined ? claims : applyTokenOverrides(claims, overrides);
  const keys = await pool.keys;
  const issued = { ExpiresIn: client.accessTokenSeconds, TokenType: 'Bearer' } as const;
  const AccessToken = signClaims(access, keys.access);
  if (family.grant === 'api') return { AccessToken, IdToken: signClaims(id, keys.id), ...issued };
  if (!scopes.includes('openid')) return { AccessToken, ...issued };
  const ofRequest = { at_hash: accessTokenHash(AccessToken), ...(nonce !== undefined && { nonce }) };
  return { AccessToken, IdToken: signClaims({ ...id, ...ofRequest }, keys.id), ...issued };
}

/** The left half of the SHA-256 of an access token, which binds the ID token to it (OpenID Connect Core 1.0 section 3.1.3.6). */
function accessTokenHash(accessToken: string): string {
  return createHash('sha256').update(accessToken, 'ascii').digest().subarray(0, 16).toString('base64url');
}

/**
 * A refresh token: to clients an opaque string of five parts in the form of a JWE (RFC 7516 section 7.1), of which only the
 * first can be read. The others are random, each as long as that of a key, an initialization vector, a text and a tag.
 */
export function opaqueToken({ randomness }: Pool): string {
  const random = randomness.bytes(256 + 12 + 645 + 16);
  const ends = [0, 256, 268, 913, 929] as const;
  const parts = ends.slice(1).map((end, part) => random.toString('base64url', ends[part], end));
  return [opaqueHeader, ...parts].join('.');
}

const opaqueHeader = Buffer.from(JSON.stringify({ cty: 'JWT', enc: 'A256GCM', alg: 'RSA-OAEP' })).toString('base64url');
