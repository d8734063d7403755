import { z } from 'zod';
import { signMachineToken } from '../tokens/machine-token';
import { parameter } from './form-parameter';
import { OAuthError } from './oauth-error';
import type { Grant } from './token-endpoint';

/**
 * An access token for the client itself (RFC 6749 section 4.4), with the custom scopes that it asks for, or all that it is
 * allowed.
 */
export const grantClientCredentials: Grant = async ({ pool, client }, form) => {
  const { allowed, flows, scopes } = client.oauth;
  if (!allowed || !flows.includes('client_credentials'))
    throw new OAuthError('unauthorized_client', 'the client is not allowed the client credentials grant.');
  const granted = grantedScopes(scopes.filter(isCustomScope), parameter(form, 'scope'));
  const clientMetadata = readMetadata(parameter(form, 'aws_client_metadata'));
  return {
    access_token: await signMachineToken(pool, client, granted, clientMetadata),
    expires_in: client.accessTokenSeconds,
    token_type: 'Bearer',
  };
};

/** Whether a scope is one of a resource server: `identifier/name`. Those of the service itself have no slash. */
function isCustomScope(scope: string): boolean {
  return scope.includes('/');
}

/** Scopes about a user are none that a client could have for itself. */
function grantedScopes(allowed: readonly string[], asked: string | undefined): readonly string[] {
  const scopes = asked === undefined ? allowed : [...new Set(asked.split(' ').filter((scope) => scope !== ''))];
  if (scopes.length === 0)
    throw new OAuthError('invalid_scope', 'the client is allowed no custom scope, or asks for none.');
  if (!scopes.every((scope) => allowed.includes(scope)))
    throw new OAuthError('invalid_scope', `the client asks for a scope that is not among ${allowed.join(', ')}.`);
  return scopes;
}

const metadata = z.record(z.string(), z.string());

/** What the app sends to PreTokenGeneration, as a JSON object of texts (developer guide, "The token issuer endpoint"). */
function readMetadata(json: string | undefined): Readonly<Record<string, string>> {
  if (json === undefined) return {};
  try {
    return metadata.parse(JSON.parse(json));
  } catch {
    throw new OAuthError('invalid_request', 'aws_client_metadata is no JSON object of texts.');
  }
}
