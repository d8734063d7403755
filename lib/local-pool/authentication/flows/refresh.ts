import { findDevice } from '../../state/device-tracking';
import type { User } from '../../state/user';
import { signTokens } from '../../tokens/issue-tokens';
import type { TokenFamily } from '../../tokens/token-families';
import { NotAuthorizedException } from '../../wire/exceptions';
import { requireParameter } from '../parameters';
import type { AuthReply } from '../reply';
import { requireSecretHash } from '../secret-hash';
import type { Flow, FlowRequest } from './flow';

/** REFRESH_TOKEN_AUTH: new ID and access tokens, no new refresh token. */
export const refreshTokenAuth: Flow = {
  // With a list of legacy names only, refresh still works.
  allowedBy: ['ALLOW_REFRESH_TOKEN_AUTH', 'USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH', 'CUSTOM_AUTH_FLOW_ONLY'],
  refusal: 'REFRESH_TOKEN_AUTH flow not enabled for this client',
  through: 'both',

  async begin(request) {
    const { pool, client, parameters, clientMetadata } = request;
    const refreshToken = requireParameter(parameters, 'REFRESH_TOKEN');
    const family = pool.families.byRefreshToken(refreshToken);
    if (family?.clientId !== client.id) throw new NotAuthorizedException('Invalid Refresh Token');
    const user = pool.users.get(family.username);
    if (user === undefined) throw new NotAuthorizedException('Invalid Refresh Token');
    requireSecretHash(client, user.username, parameters['SECRET_HASH']);
    if (family.revoked) throw new NotAuthorizedException('Refresh Token has been revoked');
    if (family.expires <= pool.clock.now()) throw new NotAuthorizedException('Refresh Token has expired');
    if (!user.enabled) throw new NotAuthorizedException('User is disabled.');
    requireDevice(request, user, family);
    return refreshed(request, user, family, clientMetadata);
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

async function refreshed(
  { pool, client }: FlowRequest,
  user: User,
  family: TokenFamily,
  clientMetadata: Readonly<Record<string, string>>,
): Promise<AuthReply> {
  const tokens = await signTokens(pool, client, user, family, 'TokenGeneration_RefreshTokens', clientMetadata);
  return { ChallengeParameters: {}, AuthenticationResult: tokens };
}
