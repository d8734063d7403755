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
export function secretHash({ id, secret }: ClientCredentials, username: string): { readonly SECRET_HASH?: string } {
  if (secret === undefined) return {};
  return { SECRET_HASH: createHmac('sha256', secret).update(username).update(id).digest('base64') };
}
