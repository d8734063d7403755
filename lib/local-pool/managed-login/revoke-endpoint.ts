import { revokeRefreshToken } from '../tokens/revoke-refresh-token';
import {
  UnauthorizedException,
  UnsupportedOperationException,
  UnsupportedTokenTypeException,
} from '../wire/exceptions';
import { authenticateClient } from './client-authentication';
import { requiredParameter } from './form-parameter';
import type { Endpoint } from './http-exchange';
import { OAuthError } from './oauth-error';
import { answerClient, appHeaders } from './oauth-reply';

/**
 * POST /oauth2/revoke (RFC 7009; developer guide, "The token revocation endpoint"): what RevokeToken does. A token that
 * nobody knows any more is no error.
 */
export const revokeEndpoint: Endpoint = (service, request) =>
  answerClient(service, request, 401, () => {
    const { pool, client } = authenticateClient(service, request);
    const token = requiredParameter(request.form, 'token');
    try {
      revokeRefreshToken(pool, client, token);
    } catch (thrown) {
      throw refusalOf(thrown);
    }
    return { status: 200, headers: appHeaders, body: '' };
  });

function refusalOf(thrown: unknown): unknown {
  if (thrown instanceof UnsupportedOperationException) return new OAuthError('invalid_request', thrown.message);
  if (thrown instanceof UnsupportedTokenTypeException) return new OAuthError('unsupported_token_type', thrown.message);
  if (thrown instanceof UnauthorizedException) return new OAuthError('invalid_client', thrown.message);
  return thrown;
}
