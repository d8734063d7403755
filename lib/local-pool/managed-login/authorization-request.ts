import type { Client, Pool } from '../pool';
import type { LocalService } from '../service';
import { findAppClient } from './app-client';
import { withParameters } from './redirect';
import { grantScopes } from './requested-scopes';
import type { ErrorName } from './texts/texts';

/** A valid request to the authorization endpoint (RFC 6749 section 4.1.1; developer guide, "Authorize endpoint"). */
export interface AuthorizationRequest {
  readonly pool: Pool;
  readonly client: Client;
  readonly redirectUri: string;
  readonly state: string | undefined;
  readonly scopes: readonly string[];
  readonly codeChallenge: string | undefined;
  readonly nonce: string | undefined;
  readonly prompt: readonly string[];
  /** OpenID Connect Core 1.0 section 3.1.2.1, seconds; undefined: a session of any age will do. */
  readonly maxAge: number | undefined;
  readonly loginHint: string | undefined;
}

export type ReadRequest =
  | { readonly outcome: 'valid'; readonly request: AuthorizationRequest }
  /** Nobody is sent anywhere: the app is unknown, or did not register the address. */
  | { readonly outcome: 'error-page'; readonly error: ErrorName }
  /** The app is told. */
  | { readonly outcome: 'redirect'; readonly location: string; readonly error: AuthorizationError };

/** What the app is told in the query of its redirect_uri (RFC 6749 section 4.1.2.1; RFC 8707 section 2). */
export type AuthorizationError =
  | 'invalid_request'
  | 'unauthorized_client'
  | 'unsupported_response_type'
  | 'invalid_scope'
  | 'invalid_target'
  | 'login_required';

/** Something that the app is told about its request. */
class Unacceptable extends Error {
  readonly code: AuthorizationError;

  constructor(code: AuthorizationError, description: string) {
    super(description);
    this.code = code;
  }
}

/** Parameters that are looked at beside client_id and redirect_uri; each may be there once (RFC 6749 section 3.1). */
const once = [
  'response_type',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
  'nonce',
  'prompt',
  'max_age',
  'login_hint',
  'lang',
  'resource',
  'identity_provider',
  'idp_identifier',
];

/** Reads a request to the authorization endpoint, or to a page, which has the same parameters. */
export function readAuthorizationRequest(service: LocalService, query: URLSearchParams): ReadRequest {
  const found = findAppClient(service, query.getAll('client_id'));
  if ('error' in found) return { outcome: 'error-page', error: found.error };
  const { pool, client } = found;
  const redirectUri = redirectUriOf(client, query.getAll('redirect_uri'));
  if (typeof redirectUri !== 'string') return { outcome: 'error-page', error: redirectUri.error };
  const state = query.get('state') ?? undefined;
  try {
    return { outcome: 'valid', request: { pool, client, redirectUri, state, ...parametersOf(client, query) } };
  } catch (thrown) {
    if (!(thrown instanceof Unacceptable)) throw thrown;
    const where = query.get('response_type') === 'token' ? 'fragment' : 'query';
    const location = errorLocation({ redirectUri, state }, thrown.code, thrown.message, where);
    return { outcome: 'redirect', location, error: thrown.code };
  }
}

/** Where the app hears that its request was refused. */
export function errorLocation(
  { redirectUri, state }: Pick<AuthorizationRequest, 'redirectUri' | 'state'>,
  error: AuthorizationError,
  description: string,
  where: 'query' | 'fragment' = 'query',
): string {
  return withParameters(redirectUri, { error, error_description: description, state }, where);
}

/** The one that is asked for, matched whole; without one the default, or the only one that there is. */
function redirectUriOf(
  { oauth: { callbackUrls, defaultRedirectUri } }: Client,
  [asked, ...more]: readonly string[],
): string | { readonly error: ErrorName } {
  if (more.length > 0) return { error: 'invalid_request' };
  if (asked !== undefined) return callbackUrls.includes(asked) ? asked : { error: 'redirect_mismatch' };
  const [only, another] = callbackUrls;
  return defaultRedirectUri ?? (another === undefined ? only : undefined) ?? { error: 'invalid_request' };
}

function parametersOf(client: Client, query: URLSearchParams) {
  for (const name of once)
    if (query.getAll(name).length > 1) throw new Unacceptable('invalid_request', `${name} is there more than once`);
  checkResponseType(client, query.get('response_type'));
  checkProvider(client, query);
  if (query.has('resource')) throw new Unacceptable('invalid_target', 'Resource binding is not simulated');
  const scopes = grantScopes(client.oauth.scopes, query.get('scope'));
  if (scopes === undefined) throw new Unacceptable('invalid_scope', 'The client may not ask for that scope');
  return {
    scopes,
    codeChallenge: codeChallengeOf(query),
    nonce: query.get('nonce') ?? undefined,
    prompt: promptOf(query.get('prompt')),
    maxAge: maxAgeOf(query.get('max_age')),
    loginHint: query.get('login_hint') ?? undefined,
  };
}

function checkResponseType({ oauth: { flows } }: Client, responseType: string | null): void {
  switch (responseType) {
    case 'code':
      if (!flows.includes('code')) throw new Unacceptable('unauthorized_client', 'The client may not ask for a code');
      return;
    case 'token':
      if (!flows.includes('implicit'))
        throw new Unacceptable('unauthorized_client', 'The client may not ask for tokens');
      throw new Unacceptable('unsupported_response_type', 'The implicit grant is not simulated');
    default:
      throw new Unacceptable('invalid_request', 'response_type must be code');
  }
}

function checkProvider({ oauth: { localUsers } }: Client, query: URLSearchParams): void {
  const provider = query.get('identity_provider');
  if ((provider !== null && provider !== 'COGNITO') || query.has('idp_identifier') || !localUsers)
    throw new Unacceptable('invalid_request', 'Federation is not simulated');
}

/** RFC 7636 section 4.3, S256 alone. The service asks no client for it. */
function codeChallengeOf(query: URLSearchParams): string | undefined {
  const challenge = query.get('code_challenge');
  const method = query.get('code_challenge_method');
  if (challenge === null && method === null) return undefined;
  if (method !== 'S256') throw new Unacceptable('invalid_request', 'code_challenge_method must be S256');
  if (challenge === null || !/^[\w-]{43}$/.test(challenge))
    throw new Unacceptable('invalid_request', 'code_challenge must be a SHA-256 digest in Base64url');
  return challenge;
}

/** OpenID Connect Core 1.0 section 3.1.2.1. Where only one page can be shown, select_account and consent ask nothing. */
function promptOf(prompt: string | null): readonly string[] {
  const values = prompt === null ? [] : prompt.split(' ').filter((value) => value !== '');
  if (values.some((value) => !['none', 'login', 'select_account', 'consent'].includes(value)))
    throw new Unacceptable('invalid_request', 'prompt must be none, login, select_account or consent');
  if (values.includes('none') && values.length > 1)
    throw new Unacceptable('invalid_request', 'prompt none stands alone');
  return values;
}

function maxAgeOf(maxAge: string | null): number | undefined {
  if (maxAge === null) return undefined;
  if (!/^\d{1,9}$/.test(maxAge)) throw new Unacceptable('invalid_request', 'max_age must be seconds');
  return Number(maxAge);
}
