import type { KmsKey } from '../stand-ins/kms-key';

/**
 * A code as the service hands it to a custom sender: Base64 of a message of the AWS Encryption SDK, bound to the user
 * pool by its encryption context. The messages of the service have the older format without key commitment
 * (aws-sdk-rust #1250 shows one: it begins with 01 80 03 78), which a function reads with a commitment policy that allows
 * that, as the developer guide's sample does, and with the policy that requires commitment does not.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-sender-triggers.html
 */
export async function encryptCode(code: string, userPoolId: string, key: KmsKey): Promise<string> {
  // Loaded at the first code: it takes longer than everything else at the start of the pool.
  const { AlgorithmSuiteIdentifier, buildEncrypt, CommitmentPolicy, KmsKeyringNode } =
    await import('@aws-crypto/client-node');
  const { encrypt } = buildEncrypt(CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT);
  const keyring = new KmsKeyringNode({ generatorKeyId: key.arn, clientProvider: () => clientOf(key) });
  const { result } = await encrypt(keyring, code, {
    suiteId: AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384,
    encryptionContext: { 'userpool-id': userPoolId },
  });
  return result.toString('base64');
}

interface DataKeyRequest {
  readonly NumberOfBytes?: number | undefined;
  readonly EncryptionContext?: Readonly<Record<string, string>> | undefined;
}

/** The calls that the keyring makes, answered by the key itself. Only a data key is asked for when encrypting. */
function clientOf(key: KmsKey) {
  return {
    async generateDataKey({ NumberOfBytes = 32, EncryptionContext = {} }: DataKeyRequest) {
      const { plaintext, blob } = key.generateDataKey(NumberOfBytes, EncryptionContext);
      return { KeyId: key.arn, Plaintext: new Uint8Array(plaintext), CiphertextBlob: new Uint8Array(blob) };
    },
    encrypt: () => Promise.reject(new TypeError('The keyring of one key encrypts no data key of another.')),
    decrypt: () => Promise.reject(new TypeError('The keyring is made to encrypt.')),
  };
}
