import { buildDecrypt, type CommitmentPolicy, KMS, KmsKeyringNode } from '@aws-crypto/client-node';
import { kms } from '../../../lib/local-pool/stand-ins/kms';
import type { KmsKeys } from '../../../lib/local-pool/stand-ins/kms-key';
import { LoopbackService } from './loopback-service';

/** Decrypts the code of an event as a function does: with the AWS Encryption SDK and a KMS client. */
export async function decryptedCode(
  code: unknown,
  keys: KmsKeys,
  { keyArn, policy }: { readonly keyArn: string; readonly policy: CommitmentPolicy },
): Promise<{ readonly code: string; readonly context: Readonly<Record<string, string>> }> {
  const service = new LoopbackService(({ target, body }) => kms(target, body, keys));
  await service.listen();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new KMS({ region: 'eu-west-1', endpoint: service.origin, credentials });
  try {
    const keyring = new KmsKeyringNode({ keyIds: [keyArn], clientProvider: () => decrypting(client) });
    const { plaintext, messageHeader } = await buildDecrypt(policy).decrypt(
      keyring,
      Buffer.from(String(code), 'base64'),
    );
    return { code: plaintext.toString('utf8'), context: messageHeader.encryptionContext };
  } finally {
    client.destroy();
    await service.close();
  }
}

/** The client as the keyring's types want it, which know no member that is undefined; it decrypts, and nothing else. */
function decrypting(client: KMS) {
  const refuse = () => Promise.reject(new TypeError('A function only decrypts.'));
  return {
    async decrypt(request: Parameters<KMS['decrypt']>[0]) {
      const { KeyId = '', Plaintext = new Uint8Array() } = await client.decrypt(request);
      return { KeyId, Plaintext };
    },
    encrypt: refuse,
    generateDataKey: refuse,
  };
}
