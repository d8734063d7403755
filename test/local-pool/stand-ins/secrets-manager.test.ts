import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { secretsManager } from '../../../lib/local-pool/stand-ins/secrets-manager';
import { LoopbackService } from '../triggers/loopback-service';

const arn = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:';
const secrets = new Map([
  ['dev/legacy-token', 'by name'],
  [`${arn}dev/by-arn-AbCdEf`, 'by arn'],
]);

describe('with the AWS SDK', () => {
  const service = new LoopbackService(({ target, body }) => secretsManager(target, body, secrets));
  let client: SecretsManagerClient;

  beforeAll(async () => {
    await service.listen();
    client = new SecretsManagerClient({
      region: 'eu-west-1',
      endpoint: `${service.origin}/stand-ins/secrets-manager`,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
  });
  beforeEach(() => service.requests.splice(0));
  afterAll(async () => {
    client.destroy();
    await service.close();
  });

  test.each([
    ['its name', 'dev/legacy-token', 'by name'],
    ['an ARN with the name', `${arn}dev/legacy-token`, 'by name'],
    ['a full ARN, with the six characters of the service', `${arn}dev/legacy-token-x7Yz01`, 'by name'],
    ['the ARN under which it is known', `${arn}dev/by-arn-AbCdEf`, 'by arn'],
  ])('a secret is found by %s', async (_, SecretId, SecretString) => {
    const value = await client.send(new GetSecretValueCommand({ SecretId }));
    expect(value).toMatchObject({ SecretString, VersionStages: ['AWSCURRENT'] });
  });

  test('the current stage can be asked for', async () => {
    const command = new GetSecretValueCommand({ SecretId: 'dev/legacy-token', VersionStage: 'AWSCURRENT' });
    await expect(client.send(command)).resolves.toMatchObject({ Name: 'dev/legacy-token', SecretString: 'by name' });
  });

  test.each([
    ['an unknown name', { SecretId: 'dev/other' }, "Secrets Manager can't find the specified secret."],
    ['an unknown ARN', { SecretId: `${arn}dev/other-AbCdEf` }, "Secrets Manager can't find the specified secret."],
    [
      'another stage',
      { SecretId: 'dev/legacy-token', VersionStage: 'AWSPREVIOUS' },
      "Secrets Manager can't find the specified secret value for staging label: AWSPREVIOUS",
    ],
    [
      'a version',
      { SecretId: 'dev/legacy-token', VersionId: '00000000-0000-4000-8000-000000000000' },
      "Secrets Manager can't find the specified secret value for VersionId: 00000000-0000-4000-8000-000000000000",
    ],
  ])('%s is the typed ResourceNotFoundException', async (_, input, message) => {
    const failure = await client.send(new GetSecretValueCommand(input)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ResourceNotFoundException);
    expect(failure).toMatchObject({ name: 'ResourceNotFoundException', message });
  });

  test('another call is refused by its name, and not tried again', async () => {
    const command = new PutSecretValueCommand({ SecretId: 'dev/legacy-token', SecretString: 'new' });
    await expect(client.send(command)).rejects.toMatchObject({
      name: 'NotSimulatedException',
      message:
        'secretsmanager.PutSecretValue is not simulated by the local user pool; secretsmanager.GetSecretValue is.',
    });
    expect(service.requests).toHaveLength(1);
  });
});

test.each([
  ['no JSON', '{', 'SerializationException'],
  ['no object', '[]', 'InvalidParameterException'],
  ['no SecretId', '{}', 'InvalidParameterException'],
  ['an empty SecretId', '{"SecretId":""}', 'InvalidParameterException'],
])('a body that is %s is refused', (_, body, type) => {
  const reply = secretsManager('secretsmanager.GetSecretValue', body, secrets);
  expect(reply).toMatchObject({ status: 400, body: { __type: type } });
});

test('a request that names no call is refused', () => {
  expect(secretsManager(undefined, '{}', secrets)).toMatchObject({
    status: 501,
    body: { message: expect.stringContaining('without X-Amz-Target') },
  });
});
