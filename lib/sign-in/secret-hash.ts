import { createHmac } from 'node:crypto';

/** An app client as far as its calls are signed. */
export interface ClientCredentials {
  readonly id: string;
  /** undefined: a public client. */
  readonly secret: string | undefined;
}

/**
 * SECRET_HASH for a request with that USERNAME; nothing for a public client. The name is hashed exactly as the request
 * sends it (developer guide, "Computing secret hash values").
 */
export function secretHash(client: ClientCredentials, username: string): { readonly SECRET_HASH?: string } {
  const hash = hashOf(client, username);
  return hash === undefined ? {} : { SECRET_HASH: hash };
}

/** The same under the name that the operations outside sign-in have for it. */
export function secretHashMember(client: ClientCredentials, username: string): { readonly SecretHash?: string } {
  const hash = hashOf(client, username);
  return hash === undefined ? {} : { SecretHash: hash };
}

function hashOf({ id, secret }: ClientCredentials, username: string): string | undefined {
  if (secret === undefined) return undefined;
  return createHmac('sha256', secret).update(username).update(id).digest('base64');
}
