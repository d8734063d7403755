import type { Pool } from '../pool';

/** The JSON Web Key Set (RFC 7517 section 5): the public keys of both tokens. */
export async function keySet(pool: Pool): Promise<object> {
  const { id, access } = await pool.keys;
  return { keys: [id.jwk, access.jwk] };
}

/**
 * OpenID Connect Discovery 1.0 section 3, with the members of a deployed pool in their order (documents of 2026). It does
 * not list code_challenge_methods_supported although S256 is accepted, so neither does this: a client that asks the document
 * whether it may use PKCE learns here what it would learn there.
 */
export function openIdConfiguration(pool: Pool): object {
  const { origin, issuer } = pool;
  return {
    authorization_endpoint: `${origin}/oauth2/authorize`,
    end_session_endpoint: `${origin}/logout`,
    id_token_signing_alg_values_supported: ['RS256'],
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    response_types_supported: ['code', 'token'],
    revocation_endpoint: `${origin}/oauth2/revoke`,
    scopes_supported: ['openid', 'email', 'phone', 'profile'],
    subject_types_supported: ['public'],
    token_endpoint: `${origin}/oauth2/token`,
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    userinfo_endpoint: `${origin}/oauth2/userInfo`,
  };
}
