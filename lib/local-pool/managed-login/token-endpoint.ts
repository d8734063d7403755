import { grantAuthorizationCode } from './authorization-code-grant';
import { authenticateClient, type AuthenticatedClient } from './client-authentication';
import { grantClientCredentials } from './client-credentials-grant';
import { requiredParameter } from './form-parameter';
import type { Endpoint } from './http-exchange';
import { OAuthError } from './oauth-error';
import { answerClient, jsonReply } from './oauth-reply';
import { grantRefresh } from './refresh-grant';

/** What the token endpoint answers (RFC 6749 section 5.1, OpenID Connect Core 1.0 section 3.1.3.3). */
export interface TokenReply {
  readonly id_token?: string;
  readonly access_token: string;
  readonly refresh_token?: string;
  /** Of the access token, seconds. */
  readonly expires_in: number;
  readonly token_type: 'Bearer';
}

/** A grant, for a client that has proved itself. @throws OAuthError, or what the failure of a trigger means */
export type Grant = (caller: AuthenticatedClient, form: URLSearchParams) => Promise<TokenReply>;

const grants: ReadonlyMap<string, Grant> = new Map([
  ['authorization_code', grantAuthorizationCode],
  ['refresh_token', grantRefresh],
  ['client_credentials', grantClientCredentials],
]);

/** POST /oauth2/token (developer guide, "The token issuer endpoint"). */
export const tokenEndpoint: Endpoint = (service, request) =>
  answerClient(service, request, 400, async () => {
    const grant = grants.get(requiredParameter(request.form, 'grant_type'));
    if (grant === undefined)
      throw new OAuthError('unsupported_grant_type', `expected ${[...grants.keys()].join(', ')}.`);
    return jsonReply(200, await grant(authenticateClient(service, request), request.form));
  });
