import {
  DecryptCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  IncorrectKeyException,
  InvalidCiphertextException,
  KMSClient,
  NotFoundException,
  ReEncryptCommand,
} from '@aws-sdk/client-kms';
import fc from 'fast-check';
import { systemRandomness } from '../../../lib/local-pool/randomness';
import { kms } from '../../../lib/local-pool/stand-ins/kms';
import { KmsKey, KmsKeys } from '../../../lib/local-pool/stand-ins/kms-key';
import { LoopbackService } from '../triggers/loopback-service';

const prefix = 'arn:aws:kms:eu-west-1:111122223333:';
const arn = `${prefix}key/SenderKey`;
const otherArn = `${prefix}key/OtherKey`;
const keys = new KmsKeys(systemRandomness);
keys.add({ arn, aliases: ['alias/codes'] });
keys.add({ arn: otherArn, aliases: [] });
const context = { 'userpool-id': 'eu-west-1_AbCdEfGhI', more: 'a' };
const plaintext = Buffer.from('123456');

describe('with the AWS SDK', () => {
  const service = new LoopbackService(({ target, body }) => kms(target, body, keys));
  let client: KMSClient;

  beforeAll(async () => {
    await service.listen();
    client = new KMSClient({
      region: 'eu-west-1',
      endpoint: `${service.origin}/stand-ins/kms`,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
  });
  beforeEach(() => service.requests.splice(0));
  afterAll(async () => {
    client.destroy();
    await service.close();
  });

  const encrypt = async (KeyId = arn, EncryptionContext: Record<string, string> = context) =>
    client.send(new EncryptCommand({ KeyId, Plaintext: plaintext, EncryptionContext }));

  test.each([
    ['its ARN', arn],
    ['its id', 'SenderKey'],
    ['an alias', 'alias/codes'],
    ['the ARN of an alias', `${prefix}alias/codes`],
  ])('a key is found by %s, and named by its ARN', async (_, KeyId) => {
    const { CiphertextBlob, KeyId: named } = await encrypt(KeyId);
    expect(named).toBe(arn);
    const decrypted = await client.send(new DecryptCommand({ KeyId, CiphertextBlob, EncryptionContext: context }));
    expect(decrypted).toMatchObject({ KeyId: arn, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' });
    expect(Buffer.from(decrypted.Plaintext ?? [])).toEqual(plaintext);
  });

  test('a ciphertext names its key itself', async () => {
    const { CiphertextBlob } = await encrypt(otherArn);
    const decrypted = await client.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: context }));
    expect(decrypted.KeyId).toBe(otherArn);
  });

  test.each([
    [{ NumberOfBytes: 24 }, 24],
    [{ KeySpec: 'AES_256' }, 32],
    [{ KeySpec: 'AES_128' }, 16],
  ] as const)('a data key of %j comes in the clear and encrypted', async (size, length) => {
    const generate = () => client.send(new GenerateDataKeyCommand({ KeyId: arn, EncryptionContext: context, ...size }));
    const [one, other] = [await generate(), await generate()];
    expect(one.KeyId).toBe(arn);
    expect(one.Plaintext).toHaveLength(length);
    expect(one.Plaintext).not.toEqual(other.Plaintext);
    const command = new DecryptCommand({ CiphertextBlob: one.CiphertextBlob, EncryptionContext: context });
    expect((await client.send(command)).Plaintext).toEqual(one.Plaintext);
  });

  test.each([
    ['another context', { EncryptionContext: { ...context, 'userpool-id': 'eu-west-1_Another00' } }],
    ['no context', {}],
    ['no ciphertext of a key', { CiphertextBlob: Buffer.from('nothing'), EncryptionContext: context }],
  ])('with %s nothing is decrypted, and not said why', async (_, changed) => {
    const { CiphertextBlob } = await encrypt();
    const failure = await client
      .send(new DecryptCommand({ CiphertextBlob, ...changed }))
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InvalidCiphertextException);
  });

  test('another key than that of the ciphertext is refused', async () => {
    const { CiphertextBlob } = await encrypt();
    const command = new DecryptCommand({ KeyId: otherArn, CiphertextBlob, EncryptionContext: context });
    await expect(client.send(command)).rejects.toBeInstanceOf(IncorrectKeyException);
  });

  test.each([
    [`${prefix}key/None`, `Key '${prefix}key/None' does not exist`],
    ['alias/none', 'Alias alias/none is not found.'],
    [
      `arn:aws:kms:eu-west-1:999999999999:alias/codes`,
      `Alias arn:aws:kms:eu-west-1:999999999999:alias/codes is not found.`,
    ],
  ])('the unknown key %s is the typed NotFoundException', async (KeyId, message) => {
    const { CiphertextBlob } = await encrypt();
    for (const call of [
      () => encrypt(KeyId),
      () => client.send(new DecryptCommand({ KeyId, CiphertextBlob })),
      () => client.send(new GenerateDataKeyCommand({ KeyId, NumberOfBytes: 32 })),
    ]) {
      const failure: unknown = await call().catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(NotFoundException);
      expect(failure).toMatchObject({ message });
    }
  });

  test('another call is refused by its name, and not tried again', async () => {
    const command = new ReEncryptCommand({ CiphertextBlob: plaintext, DestinationKeyId: arn });
    await expect(client.send(command)).rejects.toMatchObject({
      name: 'NotSimulatedException',
      message: expect.stringContaining('TrentService.ReEncrypt is not simulated by the local user pool'),
    });
    expect(service.requests).toHaveLength(1);
  });
});

test.each([
  ['no JSON', '{', 'SerializationException'],
  ['no KeyId', '{"NumberOfBytes":32}', 'ValidationException'],
  ['no length', `{"KeyId":"${arn}"}`, 'ValidationException'],
  ['two lengths', `{"KeyId":"${arn}","NumberOfBytes":32,"KeySpec":"AES_256"}`, 'ValidationException'],
  ['a length of nothing', `{"KeyId":"${arn}","NumberOfBytes":0}`, 'ValidationException'],
  ['an unknown member', `{"KeyId":"${arn}","NumberOfBytes":32,"DryRun":true}`, 'ValidationException'],
])('a body with %s is refused', (_, body, type) => {
  expect(kms('TrentService.GenerateDataKey', body, keys)).toMatchObject({ status: 400, body: { __type: type } });
});

test('a request that names no call is refused', () => {
  expect(kms(undefined, '{}', keys)).toMatchObject({
    status: 501,
    body: { message: expect.stringContaining('without X-Amz-Target') },
  });
});

describe('a key', () => {
  const key = new KmsKey({ arn, aliases: [] }, systemRandomness);
  const text = fc.uint8Array({ maxLength: 64 });
  const contexts = fc.dictionary(fc.string(), fc.string(), { noNullPrototype: true });

  test('decrypts what it encrypted, whatever the order of the context', () => {
    fc.assert(
      fc.property(text, contexts, (bytes, given) => {
        const reversed = Object.fromEntries(Object.entries(given).toReversed());
        expect(key.decrypt(key.encrypt(bytes, given), reversed)).toEqual(Buffer.from(bytes));
      }),
    );
  });

  test('decrypts nothing with another context', () => {
    fc.assert(
      fc.property(text, contexts, contexts, (bytes, given, other) => {
        fc.pre(JSON.stringify(Object.entries(given).toSorted()) !== JSON.stringify(Object.entries(other).toSorted()));
        expect(key.decrypt(key.encrypt(bytes, given), other)).toBeUndefined();
      }),
    );
  });

  test('decrypts nothing in which a bit was changed', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 0, max: 7 }), (bytes, at, bit) => {
        const blob = key.encrypt(bytes, context);
        const index = at % blob.length;
        blob.writeUInt8(blob.readUInt8(index) ^ (1 << bit), index);
        expect(key.decrypt(blob, context)).toBeUndefined();
      }),
    );
  });

  test('of the same name in another process is another', () => {
    const again = new KmsKey({ arn, aliases: [] }, systemRandomness);
    expect(again.decrypt(key.encrypt(plaintext, context), context)).toBeUndefined();
  });
});

test('a key that is added twice keeps its material', () => {
  const blob = keys.find(arn)?.encrypt(plaintext, context) ?? Buffer.alloc(0);
  expect(keys.add({ arn, aliases: [] }).decrypt(blob, context)).toEqual(plaintext);
});
