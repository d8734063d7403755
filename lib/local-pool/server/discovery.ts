import type { Pool } from '../pool';

/** The JSON Web Key Set (RFC 7517 section 5): the public keys of both tokens. */
export async function keySet(pool: Pool): Promise<object> {
  const { id, access } = await pool.keys;
  return { keys: [id.jwk, access.jwk] };
}

/** OpenID Connect Discovery 1.0 section 3. The endpoints of managed login are named although nothing answers there yet. */
export function openIdConfiguration(pool: Pool): object {
  const { origin, issuer } = pool;
  return {
    authorization_endpoint: `${origin}/oauth2/authorize`,
    id_token_signing_alg_values_supported: ['RS256'],
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    response_types_supported: ['code', 'token'],
    scopes_supported: ['openid', 'email', 'phone', 'profile'],
    subject_types_supported: ['public'],
    token_endpoint: `${origin}/oauth2/token`,
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    userinfo_endpoint: `${origin}/oauth2/userInfo`,
  };
}
