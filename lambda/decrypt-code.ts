import { buildDecrypt, CommitmentPolicy, KmsKeyringNode } from '@aws-crypto/client-node';
import { TriggerError } from './trigger-error';

/** The code of an event cannot be read. The facts have the reason and the pool, never the code. */
export class CodeDecryptionError extends TriggerError {
  override readonly name = 'CodeDecryptionError';
}

/** Reads the code of an event. @throws CodeDecryptionError */
export type DecryptCode = (code: string, userPoolId: string) => Promise<string>;

/**
 * Decrypts what Cognito encrypts for a custom sender: Base64 of an AWS Encryption SDK message. The messages come without
 * key commitment, so the policy allows that. Only data keys under `keyArn` are decrypted, and only messages that are bound
 * to the user pool of the event.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-sender-triggers.html
 */
export function codeDecrypter(keyArn: string): DecryptCode {
  const { decrypt } = buildDecrypt(CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT);
  const keyring = new KmsKeyringNode({ keyIds: [keyArn] });
  return async (code, userPoolId) => {
    const { plaintext, messageHeader } = await decrypt(keyring, Buffer.from(code, 'base64')).catch((error: unknown) => {
      const reason = error instanceof Error ? error.name : typeof error;
      throw new CodeDecryptionError('The code could not be decrypted', { reason, userPoolId });
    });
    if (messageHeader.encryptionContext['userpool-id'] !== userPoolId)
      throw new CodeDecryptionError('The code belongs to another user pool', { reason: 'userpool-id', userPoolId });
    return plaintext.toString('utf8');
  };
}
