import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { makeSigningKeys, signingKeyOf, type SigningKeys } from '../../lib/local-pool/tokens/signing-keys';

/** The environment variable in which the workers of jest find the file with the keys. */
export const signingKeysVariable = 'USERPOOL_TEST_SIGNING_KEYS';

/** Private keys, PKCS #8 in PEM. */
type KeyFile = Readonly<Record<keyof SigningKeys, string>>;

/** Makes the keys for all tests of a run and keeps them in a file. */
export async function writeSigningKeys(file: string): Promise<void> {
  const { id, access } = await makeSigningKeys();
  const keys: KeyFile = { id: pem(id.privateKey), access: pem(access.privateKey) };
  await writeFile(file, JSON.stringify(keys), { mode: 0o600 });
}

function pem(privateKey: KeyObject): string {
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/**
 * Keys for every pool of the tests. Making RSA keys takes longer than most tests: those of global-setup.ts serve the
 * whole run, and where it did not run, a test file makes its own.
 */
export const signingKeys: Promise<SigningKeys> = readSigningKeys(process.env[signingKeysVariable]);

async function readSigningKeys(file: string | undefined): Promise<SigningKeys> {
  if (file === undefined) return makeSigningKeys();
  const keys = JSON.parse(readFileSync(file, 'utf8')) as KeyFile;
  const [id, access] = await Promise.all([
    signingKeyOf(createPrivateKey(keys.id)),
    signingKeyOf(createPrivateKey(keys.access)),
  ]);
  return { id, access };
}
