import { createPrivateKey, type KeyObject } from 'node:crypto';
import { signingKeyOf, type SigningKeys } from '../tokens/signing-keys';
import type { PoolRecord } from './change';

type KeptKeys = NonNullable<PoolRecord['keys']>;

/** Signing keys as a state file has them: PKCS #8 in PEM (RFC 5958, RFC 7468). */
export function keptKeys({ id, access }: SigningKeys): KeptKeys {
  return { id: pemOf(id.privateKey), access: pemOf(access.privateKey) };
}

/** @throws TypeError when one of them is no private key */
export async function signingKeysOf({ id, access }: KeptKeys): Promise<SigningKeys> {
  const [idKey, accessKey] = await Promise.all([id, access].map((pem) => signingKeyOf(createPrivateKey(pem))));
  if (idKey === undefined || accessKey === undefined) throw new TypeError('a signing key is missing');
  return { id: idKey, access: accessKey };
}

function pemOf(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}
