import { write } from '../../../lambda/client-secret-rotation/environment';
import type { handler as Handler } from '../../../lambda/client-secret-rotation/handler';
import type { RotationEvent } from '../../../lambda/client-secret-rotation/rotation-event';
import { captureOutput } from '../captured-output';
import { context, loadHandler } from '../load-handler';
import { awsEnvironment, json, loopbackServer, type LoopbackServer } from '../loopback-server';
import { SecretDouble, secretArn, secretsManagerDouble, type SecretsManagerDouble } from './secrets-manager-double';

const settings = { userPoolId: 'eu-west-1_Local0001', clientId: 'client1', secretArn, graceDays: 3 };
const version = 'version-1';
const event = (Step: RotationEvent['Step']) => ({ Step, SecretId: secretArn, ClientRequestToken: version }) as const;

/** The secrets of the client, of which one was made with it. */
const listed = (...ids: readonly string[]) =>
  json(200, { ClientSecrets: ids.map((id, index) => ({ ClientSecretId: id, ClientSecretCreateDate: index + 1 })) });

let secret: SecretDouble;
let secretsManager: SecretsManagerDouble;
let cognito: LoopbackServer;
let handler: typeof Handler;

beforeAll(async () => {
  secretsManager = await secretsManagerDouble();
  cognito = await loopbackServer(listed('made'));
  handler = await loadHandler<typeof Handler>('client-secret-rotation', {
    ...write(settings),
    ...awsEnvironment('SECRETS_MANAGER', secretsManager.url),
    ...awsEnvironment('COGNITO_IDENTITY_PROVIDER', cognito.url),
  });
});
beforeEach(() => {
  secret = new SecretDouble();
  secret.rotate(version);
  secretsManager.hold(secret);
  cognito.now(listed('made'));
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => Promise.all([secretsManager.close(), cognito.close()]));

it('makes a secret of 256 random bits in the form that Cognito takes, and logs what it called and not the secret', async () => {
  const output = captureOutput();
  await handler(event('createSecret'), context);
  const value = secret.value({ version });
  expect(value).toMatch(/^[0-9a-f]{64}$/);
  expect(output.log()).toEqual([
    {
      event: 'client-secret-rotation',
      step: 'createSecret',
      requestId: context.awsRequestId,
      clientId: 'client1',
      calls: ['store-value'],
    },
  ]);
  expect(output.text()).not.toContain(value);
  secret = new SecretDouble();
  secret.rotate(version);
  secretsManager.hold(secret);
  await handler(event('createSecret'), context);
  expect(secret.value({ version })).not.toBe(value);
});

it('adds the stored value to the client that the environment names', async () => {
  captureOutput();
  await handler(event('createSecret'), context);
  cognito.now((response, { headers }) => {
    const added = { ClientSecretDescriptor: { ClientSecretId: 'client1--9' } };
    const isAdding = String(headers['x-amz-target']).endsWith('.AddUserPoolClientSecret');
    (isAdding ? json(200, added) : listed('made'))(response, { headers, method: 'POST', body: '' });
  });
  await handler(event('setSecret'), context);
  const [, added] = cognito.received;
  expect(JSON.parse(added?.body ?? '')).toEqual({
    UserPoolId: settings.userPoolId,
    ClientId: 'client1',
    ClientSecret: secret.value({ version }),
  });
  expect(secret.describe()[version]).toContain('client-secret-id.client1--9');
});

it('ends what is to be ended when the schedule asks', async () => {
  const output = captureOutput();
  secret.put(version, 'the-value-of-the-current-secret', ['AWSCURRENT', 'client-secret-id.new', 'current-since.1']);
  cognito.now(listed('old', 'new'));
  await handler({ Step: 'retireSecret', SecretId: secretArn }, context);
  expect(JSON.parse(cognito.received[1]?.body ?? '')).toMatchObject({ ClientId: 'client1', ClientSecretId: 'old' });
  expect(output.log()).toEqual([expect.objectContaining({ step: 'retireSecret', calls: ['delete-client-secret'] })]);
});

describe('a step that cannot be taken fails, with what an operator has to know in the log', () => {
  it.each<[what: string, event: unknown, logged: object]>([
    [
      'of another secret',
      { ...event('createSecret'), SecretId: `${secretArn}2` },
      { step: 'createSecret', error: 'RotationError', secretArn: `${secretArn}2` },
    ],
    [
      'of another version',
      { ...event('createSecret'), ClientRequestToken: 'version-2' },
      { step: 'createSecret', error: 'RotationError', version: 'version-2' },
    ],
    ['of no kind that is known', { ...event('createSecret'), Step: 'eraseSecret' }, { error: 'RotationError' }],
    ['without a value', event('setSecret'), { step: 'setSecret', error: 'RotationError', call: 'add-client-secret' }],
  ])('one %s', async (_, given, logged) => {
    const output = captureOutput();
    await expect(handler(given as RotationEvent, context)).rejects.toThrow('the log has the reason under');
    expect(output.log()).toEqual([
      expect.objectContaining({ event: 'rotation-failed', requestId: context.awsRequestId, ...logged }),
    ]);
  });

  it('and nothing of what a service says about the secret that it refuses', async () => {
    const output = captureOutput();
    await handler(event('createSecret'), context);
    const value = secret.value({ version });
    cognito.now((response, received) => {
      const isAdding = String(received.headers['x-amz-target']).endsWith('.AddUserPoolClientSecret');
      const refusal = { __type: 'InvalidParameterException', message: `Value '${value}' at 'clientSecret' failed` };
      (isAdding ? json(400, refusal) : listed('made'))(response, received);
    });
    const failure = await handler(event('setSecret'), context).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toHaveProperty('cause');
    expect(String(failure)).not.toContain(value);
    expect(output.log()[1]).toMatchObject({ event: 'rotation-failed', error: 'InvalidParameterException' });
    expect(output.text()).not.toContain(value);
  });

  it('also where Cognito leaves out what it promises', async () => {
    const output = captureOutput();
    cognito.now(json(200, { ClientSecrets: [{}] }));
    await expect(handler(event('setSecret'), context)).rejects.toThrow('setSecret failed');
    expect(output.log()).toEqual([
      expect.objectContaining({ error: 'RotationError', operation: 'ListUserPoolClientSecrets' }),
    ]);
  });
});

it('a secret that is gone already is ended without an error', async () => {
  const output = captureOutput();
  secret.put(version, 'the-value-of-the-current-secret', ['AWSCURRENT', 'client-secret-id.new', 'current-since.1']);
  cognito.now((response, received) => {
    const isEnding = String(received.headers['x-amz-target']).endsWith('.DeleteUserPoolClientSecret');
    const gone = json(400, { __type: 'ResourceNotFoundException', message: 'Client secret does not exist.' });
    (isEnding ? gone : listed('old', 'new'))(response, received);
  });
  await handler({ Step: 'retireSecret', SecretId: secretArn }, context);
  expect(output.log()).toEqual([expect.objectContaining({ event: 'client-secret-rotation' })]);
});
