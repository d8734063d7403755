import type { Client, Pool } from '../pool';
import { findDevice } from '../state/device-tracking';
import type { User } from '../state/user';
import { opaqueToken, signTokens, type IssuedTokens } from '../tokens/issue-tokens';
import type { TokenFamily } from '../tokens/token-families';
import { InvalidParameterException, NotAuthorizedException, RefreshTokenReuseException } from '../wire/exceptions';

interface Redemption {
  readonly pool: Pool;
  readonly client: Client;
  readonly refreshToken: string;
  readonly deviceKey: string | undefined;
  readonly clientMetadata: Readonly<Record<string, string>>;
  /** Whether the token endpoint was asked, and not an operation of the API. */
  readonly atTokenEndpoint?: boolean;
  /** Holds what a confidential client must prove against the user whose token it is. */
  readonly proveClient: (user: User) => void;
}

export const refreshIsOff = 'REFRESH_TOKEN_AUTH flow not enabled for this client';

/**
 * New ID and access tokens for a refresh token. Where the client rotates them, the token is replaced by a new one, which
 * ends when it would have (developer guide, "Refresh tokens": refresh token rotation).
 * @throws the service's refusal, or what a failure of the token trigger means; the token is then as good as before.
 */
export async function redeemRefreshToken(
  redemption: Redemption,
): Promise<IssuedTokens & { readonly RefreshToken?: string }> {
  const { pool, client, refreshToken, clientMetadata } = redemption;
  const family = pool.families.byRefreshToken(refreshToken);
  if (!mayRefresh(redemption, family)) throw new InvalidParameterException(refreshIsOff);
  if (family?.clientId !== client.id) throw new NotAuthorizedException('Invalid Refresh Token');
  const user = pool.users.get(family.username);
  if (user === undefined) throw new NotAuthorizedException('Invalid Refresh Token');
  redemption.proveClient(user);
  requireInForce(redemption, family);
  requireDevice(redemption, user, family);
  const tokens = await signTokens(pool, client, user, family, {
    source: 'TokenGeneration_RefreshTokens',
    clientMetadata,
  });
  // The trigger may take seconds: another request may have revoked or used the token.
  requireInForce(redemption, family);
  pool.families.touch(family.eventId);
  if (client.refreshTokenRotation === undefined) return tokens;
  const next = opaqueToken(pool);
  pool.families.rotate(refreshToken, next);
  return { ...tokens, RefreshToken: next };
}

/**
 * Who signed in with an authorization code can always refresh at the token endpoint (developer guide, "The token issuer
 * endpoint"); all else is for the flows of the client.
 */
function mayRefresh(redemption: Redemption, family: TokenFamily | undefined): boolean {
  const { refreshTokenRotation, explicitAuthFlows } = redemption.client;
  if (refreshTokenRotation !== undefined || explicitAuthFlows.includes('ALLOW_REFRESH_TOKEN_AUTH')) return true;
  return isOfTokenEndpoint(redemption, family);
}

function isOfTokenEndpoint({ atTokenEndpoint = false }: Redemption, family: TokenFamily | undefined): boolean {
  return atTokenEndpoint && family?.grant === 'authorization_code';
}

/** Who is disabled has no token left that is not revoked. */
function requireInForce({ pool, client, refreshToken }: Redemption, { eventId, expires }: TokenFamily): void {
  const now = pool.clock.now();
  if (pool.families.byEventId(eventId)?.revoked !== false)
    throw new NotAuthorizedException('Refresh Token has been revoked');
  if (expires <= now) throw new NotAuthorizedException('Refresh Token has expired');
  const replaced = pool.families.replacedAt(refreshToken);
  if (replaced === undefined) return;
  // The client does not rotate any more. REFRESH_TOKEN_AUTH, which it may use again, declares no reuse.
  if (client.refreshTokenRotation === undefined) throw new NotAuthorizedException('Invalid Refresh Token');
  // Within the grace period a client whose answer got lost may ask again.
  if (now >= replaced + client.refreshTokenRotation.retryGracePeriodSeconds * 1000)
    throw new RefreshTokenReuseException('Refresh token has been used');
}

/**
 * With device tracking a refresh must carry the confirmed device that the tokens were issued with (developer guide,
 * "Working with user devices"); a sign-in whose device was never confirmed cannot refresh. Managed login tracks none, and
 * its tokens are refreshed at the token endpoint.
 */
function requireDevice(redemption: Redemption, user: User, family: TokenFamily): void {
  const { pool, deviceKey } = redemption;
  if (pool.settings.deviceTracking === undefined || isOfTokenEndpoint(redemption, family)) return;
  const device = deviceKey === undefined ? undefined : findDevice(user, deviceKey);
  if (device?.confirmed !== true || device.key !== family.deviceKey)
    throw new NotAuthorizedException('Invalid Refresh Token.');
}
