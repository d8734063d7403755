import { z } from 'zod';
import { failure, notSimulated, readJson, type StandInReply } from './json-protocol';
import type { KmsKey, KmsKeys } from './kms-key';

const prefix = 'TrentService.';
const keyId = z.string().min(1).max(2048);
const blob = z
  .base64()
  .max(8192)
  .transform((text) => Buffer.from(text, 'base64'));
const rest = {
  EncryptionContext: z.record(z.string(), z.string()).default({}),
  // Taken and not looked at: there are no permissions here.
  GrantTokens: z.array(z.string()).max(10).optional(),
};
const algorithm = z.literal('SYMMETRIC_DEFAULT').optional();

const generateDataKeyInput = z.strictObject({
  KeyId: keyId,
  NumberOfBytes: z.int().min(1).max(1024).optional(),
  KeySpec: z.enum(['AES_128', 'AES_256']).optional(),
  ...rest,
});
const encryptInput = z.strictObject({ KeyId: keyId, Plaintext: blob, EncryptionAlgorithm: algorithm, ...rest });
const decryptInput = z.strictObject({
  KeyId: keyId.optional(),
  CiphertextBlob: blob,
  EncryptionAlgorithm: algorithm,
  ...rest,
});

const specLengths = { AES_128: 16, AES_256: 32 } as const;

/**
 * Answers a request to AWS KMS (AWS JSON 1.1): GenerateDataKey, Encrypt and Decrypt with the symmetric keys of this
 * process, which is what the AWS Encryption SDK calls, and for anything else an error that names the call.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html and its neighbours.
 * @param target the X-Amz-Target header
 */
export function kms(target: string | undefined, body: string, keys: KmsKeys): StandInReply {
  switch (target) {
    case `${prefix}GenerateDataKey`:
      return parsed(generateDataKeyInput, body, (input) => generateDataKey(input, keys));
    case `${prefix}Encrypt`:
      return parsed(encryptInput, body, (input) => encrypt(input, keys));
    case `${prefix}Decrypt`:
      return parsed(decryptInput, body, (input) => decrypt(input, keys));
    default:
      return notSimulated(
        target ?? 'A KMS request without X-Amz-Target',
        'TrentService.GenerateDataKey, Encrypt and Decrypt are',
      );
  }
}

function generateDataKey(
  { KeyId, KeySpec, NumberOfBytes, EncryptionContext }: z.output<typeof generateDataKeyInput>,
  keys: KmsKeys,
): StandInReply {
  const [length, ...more] = [NumberOfBytes, KeySpec && specLengths[KeySpec]].filter((given) => given !== undefined);
  if (length === undefined || more.length > 0) return invalid('Please specify either number of bytes or key spec.');
  return withKey(KeyId, keys, (key) => {
    const { plaintext, blob: encrypted } = key.generateDataKey(length, EncryptionContext);
    return { KeyId: key.arn, Plaintext: plaintext.toString('base64'), CiphertextBlob: encrypted.toString('base64') };
  });
}

function encrypt({ KeyId, Plaintext, EncryptionContext }: z.output<typeof encryptInput>, keys: KmsKeys): StandInReply {
  return withKey(KeyId, keys, (key) => ({
    KeyId: key.arn,
    CiphertextBlob: key.encrypt(Plaintext, EncryptionContext).toString('base64'),
    EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
  }));
}

function decrypt(
  { KeyId, CiphertextBlob, EncryptionContext }: z.output<typeof decryptInput>,
  keys: KmsKeys,
): StandInReply {
  const maker = keys.makerOf(CiphertextBlob);
  if (KeyId !== undefined) {
    const named = keys.find(KeyId);
    if (named === undefined) return notFound(KeyId);
    if (maker !== undefined && maker !== named)
      return failure(
        400,
        'IncorrectKeyException',
        'The key ID in the request does not identify a CMK that can perform this operation.',
      );
  }
  const plaintext = maker?.decrypt(CiphertextBlob, EncryptionContext);
  // The service does not say what is wrong with a ciphertext.
  if (maker === undefined || plaintext === undefined) return failure(400, 'InvalidCiphertextException', '');
  const Plaintext = plaintext.toString('base64');
  return { status: 200, body: { KeyId: maker.arn, Plaintext, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' } };
}

function withKey(id: string, keys: KmsKeys, answer: (key: KmsKey) => StandInReply['body']): StandInReply {
  const key = keys.find(id);
  return key === undefined ? notFound(id) : { status: 200, body: answer(key) };
}

function parsed<Input>(input: z.ZodType<Input>, body: string, answer: (input: Input) => StandInReply): StandInReply {
  const request = readJson(body);
  if (request === undefined) return failure(400, 'SerializationException', 'The request body is not JSON.');
  const result = input.safeParse(request);
  return result.success ? answer(result.data) : invalid(z.prettifyError(result.error));
}

function invalid(message: string): StandInReply {
  return failure(400, 'ValidationException', message);
}

function notFound(id: string): StandInReply {
  const alias = id.includes('alias/');
  return failure(400, 'NotFoundException', alias ? `Alias ${id} is not found.` : `Key '${id}' does not exist`);
}
