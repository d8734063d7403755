import type { Pool } from '../../pool';
import { findDevice } from '../../state/device-tracking';
import type { User } from '../../state/user';
import { signTokens } from '../../tokens/issue-tokens';
import type { TokenFamily } from '../../tokens/token-families';
import { NotAuthorizedException } from '../../wire/exceptions';
import { requireParameter } from '../parameters';
import { requireSecretHash } from '../secret-hash';
import type { Flow, FlowRequest } from './flow';

/** REFRESH_TOKEN_AUTH: new ID and access tokens, no new refresh token. */
export const refreshTokenAuth: Flow = {
  allowedBy: 'ALLOW_REFRESH_TOKEN_AUTH',
  refusal: 'REFRESH_TOKEN_AUTH flow not enabled for this client',
  through: 'both',

  async begin(request) {
    const { pool, client, parameters } = request;
    const refreshToken = requireParameter(parameters, 'REFRESH_TOKEN');
    const family = pool.families.byRefreshToken(refreshToken);
    if (family?.clientId !== client.id) throw new NotAuthorizedException('Invalid Refresh Token');
    const user = pool.users.get(family.username);
    if (user === undefined) throw new NotAuthorizedException('Invalid Refresh Token');
    const wrong = `SecretHash does not match for the client: ${client.id}`;
    requireSecretHash(client, user.username, parameters['SECRET_HASH'], wrong);
    // Who is disabled has no token left that is not revoked.
    requireNotRevoked(pool, family);
    if (family.expires <= pool.clock.now()) throw new NotAuthorizedException('Refresh Token has expired');
    requireDevice(request, user, family);
    // The ClientMetadata of InitiateAuth does not reach this trigger (API_InitiateAuth, ClientMetadata).
    const tokens = await signTokens(pool, client, user, family, 'TokenGeneration_RefreshTokens', {});
    // The trigger may take seconds.
    requireNotRevoked(pool, family);
    return { ChallengeParameters: {}, AuthenticationResult: tokens };
  },
};

/**
 * With device tracking a refresh must carry the confirmed device that the tokens were issued with (developer guide,
 * "Working with user devices"); a sign-in whose device was never confirmed cannot refresh.
 */
function requireDevice({ pool, parameters }: FlowRequest, user: User, family: TokenFamily): void {
  if (pool.settings.deviceTracking === undefined) return;
  const key = parameters['DEVICE_KEY'];
  const device = key === undefined ? undefined : findDevice(user, key);
  if (device?.confirmed !== true || device.key !== family.deviceKey)
    throw new NotAuthorizedException('Invalid Refresh Token.');
}

function requireNotRevoked(pool: Pool, { eventId }: TokenFamily): void {
  if (pool.families.byEventId(eventId)?.revoked !== false)
    throw new NotAuthorizedException('Refresh Token has been revoked');
}
