import { createHmac } from 'node:crypto';
import { equalSecrets } from '../constant-time';
import type { Client } from '../pool';
import { NotAuthorizedException } from '../wire/exceptions';

/**
 * Base64(HMAC-SHA256(client secret, username + client id)); `username` is the name exactly as that request sends it
 * (developer guide, "Computing secret hash values").
 */
export function secretHash(secret: string, username: string, clientId: string): string {
  return createHmac('sha256', secret)
    .update(username + clientId)
    .digest('base64');
}

/**
 * @param wrong the words for a hash that does not fit; a refresh has others.
 * @throws NotAuthorizedException when a confidential client's hash is missing or wrong; a public client needs none.
 */
export function requireSecretHash(
  client: Client,
  username: string,
  hash: string | undefined,
  wrong = `Unable to verify secret hash for client ${client.id}`,
): void {
  const { id, secrets } = client;
  if (secrets.length === 0) return;
  if (hash === undefined)
    throw new NotAuthorizedException(`Client ${client.id} is configured with secret but SECRET_HASH was not received`);
  // While secrets are exchanged two are active: either is good.
  if (!secrets.some(({ value }) => equalSecrets(secretHash(value, username, id), hash)))
    throw new NotAuthorizedException(wrong);
}
