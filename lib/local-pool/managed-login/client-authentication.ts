import { provesClient } from '../authentication/client-secret';
import type { Client, Pool } from '../pool';
import type { LocalService } from '../service';
import { parameter } from './form-parameter';
import type { FormRequest } from './http-exchange';
import { OAuthError } from './oauth-error';

/** The client that a request to the token or revocation endpoint has proved to come from, in its pool. */
export interface AuthenticatedClient {
  readonly pool: Pool;
  readonly client: Client;
}

interface Credentials {
  readonly clientId: string;
  readonly secret: string | undefined;
}

/**
 * Which client calls (RFC 6749 section 2.3.1): client_secret_basic, or client_secret_post; a public client names its id.
 * Either of two active secrets is good.
 * @throws OAuthError invalid_request without a client id, invalid_client otherwise
 */
export function authenticateClient(
  service: Pick<LocalService, 'findClient' | 'domains'>,
  { headers, form }: Pick<FormRequest, 'headers' | 'form'>,
): AuthenticatedClient {
  const { clientId, secret } = credentialsOf(headers['authorization'], form);
  const found = service.findClient(clientId);
  if (found === undefined) throw new OAuthError('invalid_client', 'no pool has a client of that id.');
  if (service.domains.ofPool(found.pool.id).length === 0)
    throw new OAuthError(
      'invalid_client',
      `the user pool ${found.pool.id} has no domain.`,
      'The user pool has no domain, and without one no OAuth 2.0 endpoints.',
    );
  if (!provesClient(found.client, secret))
    throw new OAuthError(
      'invalid_client',
      `the secret of the client ${clientId} is ${secret === undefined ? 'missing' : 'wrong'}.`,
      'invalid_client_secret',
    );
  return found;
}

function credentialsOf(authorization: string | undefined, form: URLSearchParams): Credentials {
  const [clientId, secret] = [parameter(form, 'client_id'), parameter(form, 'client_secret')];
  if (authorization === undefined) {
    if (clientId === undefined) throw new OAuthError('invalid_request', 'client_id is missing.');
    return { clientId, secret };
  }
  const basic = readBasic(authorization);
  if (secret !== undefined) throw new OAuthError('invalid_request', 'the client authenticates in two ways.');
  if (clientId !== undefined && clientId !== basic.clientId)
    throw new OAuthError('invalid_request', 'client_id is not the client of the Authorization header.');
  return basic;
}

/** `Basic`, and in Base64 the id and the secret, each percent-encoded by clients that follow the RFC to the letter. */
function readBasic(authorization: string): Credentials {
  const [, encoded = ''] = /^Basic +([\w+/=-]+) *$/i.exec(authorization) ?? [];
  const [, id = '', secret = ''] = /^([^:]+):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? [];
  if (id === '')
    throw new OAuthError('invalid_client', 'the Authorization header is not Basic with an id and a secret.');
  return { clientId: decoded(id), secret: secret === '' ? undefined : decoded(secret) };
}

/** A plus stays one: the service lets secrets have it, and clients send it as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
