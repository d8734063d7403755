import { InvalidParameterException } from '../../wire/exceptions';
import { requireParameter } from '../parameters';
import { redeemRefreshToken, refreshIsOff } from '../redeem-refresh-token';
import { requireSecretHash } from '../secret-hash';
import type { Flow } from './flow';

/**
 * REFRESH_TOKEN_AUTH: new ID and access tokens, no new refresh token. A client that rotates refresh tokens has to call
 * GetTokensFromRefreshToken.
 */
export const refreshTokenAuth: Flow = {
  allowedBy: 'ALLOW_REFRESH_TOKEN_AUTH',
  refusal: refreshIsOff,
  through: 'both',

  async begin({ pool, client, parameters }) {
    const refreshToken = requireParameter(parameters, 'REFRESH_TOKEN');
    if (client.refreshTokenRotation !== undefined) throw new InvalidParameterException(refreshIsOff);
    const tokens = await redeemRefreshToken({
      pool,
      client,
      refreshToken,
      deviceKey: parameters['DEVICE_KEY'],
      // The ClientMetadata of InitiateAuth does not reach this trigger (API_InitiateAuth, ClientMetadata).
      clientMetadata: {},
      proveClient({ username }) {
        const wrong = `SecretHash does not match for the client: ${client.id}`;
        requireSecretHash(client, username, parameters['SECRET_HASH'], wrong);
      },
    });
    return { ChallengeParameters: {}, AuthenticationResult: tokens };
  },
};
