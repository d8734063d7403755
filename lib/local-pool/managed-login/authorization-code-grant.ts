import { createHash } from 'node:crypto';
import { equalSecrets } from '../constant-time';
import type { Client, Pool } from '../pool';
import type { User } from '../state/user';
import { beginFamily, signTokens } from '../tokens/issue-tokens';
import { unreadableAttribute } from '../tokens/scope-claims';
import { admitFamily } from '../tokens/session-tracking';
import type { Authorization } from './authorization-codes';
import { parameter, requiredParameter } from './form-parameter';
import { OAuthError } from './oauth-error';
import type { Grant } from './token-endpoint';

/** Tokens for an authorization code (RFC 6749 section 4.1.3). */
export const grantAuthorizationCode: Grant = async ({ pool, client }, form) => {
  if (!client.oauth.allowed || !client.oauth.flows.includes('code'))
    throw new OAuthError('unauthorized_client', 'the client is not allowed the authorization code grant.');
  const code = requiredParameter(form, 'code');
  const redirectUri = requiredParameter(form, 'redirect_uri');
  const authorization = redeem(pool, code);
  requireSameRequest(authorization, client, redirectUri, parameter(form, 'code_verifier'));
  const unreadable = unreadableAttribute(client, authorization.scopes);
  if (unreadable !== undefined)
    throw new OAuthError('invalid_grant', `the client may not read ${unreadable}, which its scopes show.`);
  const user = requireUser(pool, authorization);
  const { authenticated, scopes, nonce, secondFactorShown } = authorization;
  const family = beginFamily(pool, client, user, {
    grant: 'authorization_code',
    authenticated,
    scope: scopes.join(' '),
    secondFactorShown,
    // Managed login tracks no devices.
    deviceKey: undefined,
  });
  const issuance = { source: 'TokenGeneration_HostedAuth', clientMetadata: {}, nonce } as const;
  const tokens = await signTokens(pool, client, user, family, issuance);
  // The trigger may take seconds, in which the user may have been disabled and the code presented by somebody else.
  requireUser(pool, authorization, user.sub);
  if (pool.authorizationCodes.isReused(code)) throw spent();
  admitFamily(pool, family);
  pool.authorizationCodes.settle(code, family.eventId);
  return {
    ...(tokens.IdToken !== undefined && { id_token: tokens.IdToken }),
    access_token: tokens.AccessToken,
    refresh_token: family.refreshToken,
    expires_in: tokens.ExpiresIn,
    token_type: 'Bearer',
  };
};

/**
 * What a code stands for. One that comes again revokes the tokens that were issued for it (RFC 6749 section 4.1.2); whether
 * the service does that as well is not documented.
 */
function redeem({ authorizationCodes: codes, families }: Pool, code: string): Authorization {
  const authorization = codes.redeem(code);
  if (authorization !== undefined) return authorization;
  const family = families.byEventId(codes.eventIdOf(code) ?? '');
  if (family !== undefined) families.revoke(family);
  throw spent();
}

function spent(): OAuthError {
  return new OAuthError('invalid_grant', 'the code is unknown, expired, or was presented before.');
}

/**
 * The request must be that of the client which asked for the code. For another redirect_uri the service has
 * unauthorized_client (seen by clients whose URL lacked a slash: Stack Overflow 50264679, amplify-js #5284).
 */
function requireSameRequest(
  { clientId, redirectUri, codeChallenge }: Authorization,
  client: Client,
  presentedUri: string,
  codeVerifier: string | undefined,
): void {
  if (clientId !== client.id) throw new OAuthError('invalid_grant', 'the code was issued to another client.');
  if (redirectUri !== presentedUri)
    throw new OAuthError('unauthorized_client', 'redirect_uri is not the one that the code was asked for with.');
  if (!matches(codeChallenge, codeVerifier))
    throw new OAuthError('invalid_grant', 'code_verifier is not what code_challenge was made of.');
}

/**
 * S256 (RFC 7636 section 4.6). A verifier for a code without a challenge is refused, so that nobody can strip the challenge
 * from a request (RFC 9700 section 4.8.2).
 */
function matches(challenge: string | undefined, verifier: string | undefined): boolean {
  if (challenge === undefined || verifier === undefined) return challenge === verifier;
  return equalSecrets(challenge, createHash('sha256').update(verifier).digest('base64url'));
}

/** The user as it stands. @param sub of the user it was, where one was read before */
function requireUser(pool: Pool, { username }: Authorization, sub?: string): User {
  const user = pool.users.get(username);
  if (user === undefined || (sub !== undefined && user.sub !== sub))
    throw new OAuthError('invalid_grant', 'the user was deleted since.');
  if (!user.enabled) throw new OAuthError('invalid_grant', 'the user is disabled.');
  return user;
}
