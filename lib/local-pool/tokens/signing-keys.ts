import { createHash, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { exportJWK, type JWK } from 'jose';

/** An RSA key pair and the id under which the JWKS lists it. */
export interface SigningKey {
  readonly kid: string;
  /** What a token names it by, ready to be signed: no more than the key id beside the algorithm, as on the service. */
  readonly header: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly jwk: JWK;
}

/** ID and access tokens are signed with different keys, as on the service. */
export interface SigningKeys {
  readonly id: SigningKey;
  readonly access: SigningKey;
}

const generate = promisify(generateKeyPair);

/** Makes both keys; takes some hundred milliseconds of a background thread, so it is started and not awaited. */
export async function makeSigningKeys(): Promise<SigningKeys> {
  const [id, access] = await Promise.all([makeKey(), makeKey()]);
  return { id, access };
}

async function makeKey(): Promise<SigningKey> {
  return signingKeyOf((await generate('rsa', { modulusLength: 2048 })).privateKey);
}

/** The key pair of an RSA private key, as it is published. */
export async function signingKeyOf(privateKey: KeyObject): Promise<SigningKey> {
  const publicKey = createPublicKey(privateKey);
  const { n = '', e = '' } = await exportJWK(publicKey);
  const kid = createHash('sha256').update(n).digest('base64');
  const header = Buffer.from(JSON.stringify({ kid, alg: 'RS256' })).toString('base64url');
  return { kid, header, privateKey, publicKey, jwk: { alg: 'RS256', e, kid, kty: 'RSA', n, use: 'sig' } };
}
