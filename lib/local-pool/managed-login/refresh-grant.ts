import { redeemRefreshToken } from '../authentication/redeem-refresh-token';
import { InvalidParameterException, NotAuthorizedException, RefreshTokenReuseException } from '../wire/exceptions';
import { requiredParameter } from './form-parameter';
import { OAuthError } from './oauth-error';
import type { Grant } from './token-endpoint';

/** New tokens for a refresh token (RFC 6749 section 6), and a new refresh token where the client rotates them. */
export const grantRefresh: Grant = async ({ pool, client }, form) => {
  const refreshToken = requiredParameter(form, 'refresh_token');
  try {
    const tokens = await redeemRefreshToken({
      pool,
      client,
      refreshToken,
      deviceKey: undefined,
      clientMetadata: {},
      atTokenEndpoint: true,
      // The client has proved itself before.
      proveClient: () => undefined,
    });
    return {
      ...(tokens.IdToken !== undefined && { id_token: tokens.IdToken }),
      access_token: tokens.AccessToken,
      ...(tokens.RefreshToken !== undefined && { refresh_token: tokens.RefreshToken }),
      expires_in: tokens.ExpiresIn,
      token_type: 'Bearer',
    };
  } catch (thrown) {
    throw refusalOf(thrown);
  }
};

/** The service's words stay in the log: its answer is the code alone. */
function refusalOf(thrown: unknown): unknown {
  if (thrown instanceof NotAuthorizedException || thrown instanceof RefreshTokenReuseException)
    return new OAuthError('invalid_grant', thrown.message);
  if (thrown instanceof InvalidParameterException) return new OAuthError('unauthorized_client', thrown.message);
  return thrown;
}
