import {
  AddUserPoolClientSecretCommand,
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  InitiateAuthCommand,
  type AuthFlowType,
} from '@aws-sdk/client-cognito-identity-provider';
import { secretHash } from '../../../lib/local-pool/authentication/secret-hash';
import { startLocalPool, type LocalPool } from '../../../lib/local-pool/local-pool';
import { makeSigningKeys } from '../../../lib/local-pool/tokens/signing-keys';
import { templateFor } from '../../stacks/template-for';
import { clientRange } from '../../synthesis/client-range';
import { stackArtifact } from '../../template/stack-artifact';

const declared = clientRange['client-kinds'];
const signingKeys = makeSigningKeys();
const email = 'grace@example.com';
const password = 'Correct-Horse-9-Battery';

let local: LocalPool;
let cognito: CognitoIdentityProviderClient;
let UserPoolId: string;

beforeAll(async () => {
  const stack = stackArtifact(templateFor(declared).toJSON());
  local = await startLocalPool({ stack, port: 0, signingKeys, log: () => undefined });
  UserPoolId = local.pool.id;
  cognito = new CognitoIdentityProviderClient({
    endpoint: local.origin,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  const UserAttributes = [{ Name: 'email', Value: email }];
  await cognito.send(
    new AdminCreateUserCommand({ UserPoolId, Username: email, UserAttributes, MessageAction: 'SUPPRESS' }),
  );
  await cognito.send(
    new AdminSetUserPasswordCommand({ UserPoolId, Username: email, Password: password, Permanent: true }),
  );
});
afterAll(async () => {
  cognito.destroy();
  await local.close();
});

function client(name: string) {
  const found = [...local.pool.clients.values()].find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no app client ${name}.`);
  const hash = found.secret === undefined ? {} : { SECRET_HASH: secretHash(found.secret, email, found.id) };
  return { id: found.id, secret: found.secret, hash };
}

test('every client runs, and what is left out is named with every client that asks for it', () => {
  expect([...local.pool.clients.values()].map(({ name }) => name).toSorted()).toEqual(
    Object.keys(declared.clients).toSorted(),
  );
  const places = local.notSimulated.map(({ feature, places: all }) => [
    feature,
    [...new Set(all.map(({ logicalId }) => logicalId))]
      .filter((logicalId) => logicalId.startsWith('Client'))
      .toSorted(),
  ]);
  expect(Object.fromEntries(places)).toMatchObject({
    managedLogin: ['ClientKeptRobot', 'ClientPhone', 'ClientRobot', 'ClientWeb'],
    federation: ['ClientWeb'],
    threatProtection: ['ClientBackend'],
  });
});

describe('a machine', () => {
  const parameters = { USERNAME: email, PASSWORD: password, SRP_A: 'ab'.repeat(96), REFRESH_TOKEN: 'none' };

  test.each<AuthFlowType>(['USER_PASSWORD_AUTH', 'USER_SRP_AUTH', 'CUSTOM_AUTH', 'USER_AUTH'])(
    'lets no user in by %s',
    async (AuthFlow) => {
      const { id: ClientId, hash } = client('robot');
      const request = { ClientId, AuthFlow, AuthParameters: { ...parameters, ...hash } };
      await expect(cognito.send(new InitiateAuthCommand(request))).rejects.toMatchObject({
        name: 'InvalidParameterException',
        message: expect.stringMatching(/not enabled/),
      });
    },
  );

  test.each<AuthFlowType>(['ADMIN_USER_PASSWORD_AUTH', 'USER_SRP_AUTH', 'CUSTOM_AUTH', 'USER_AUTH'])(
    'lets no user in for an administrator by %s',
    async (AuthFlow) => {
      const { id: ClientId, hash } = client('robot');
      const request = { UserPoolId, ClientId, AuthFlow, AuthParameters: { ...parameters, ...hash } };
      await expect(cognito.send(new AdminInitiateAuthCommand(request))).rejects.toMatchObject({
        name: 'InvalidParameterException',
        message: expect.stringMatching(/not enabled/),
      });
    },
  );

  test('has no session to refresh, and cannot use that of another client', async () => {
    const backend = client('backend');
    const { AuthenticationResult } = await cognito.send(
      new AdminInitiateAuthCommand({
        UserPoolId,
        ClientId: backend.id,
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
        AuthParameters: { ...parameters, ...backend.hash },
      }),
    );
    const REFRESH_TOKEN = AuthenticationResult?.RefreshToken ?? '';
    expect(REFRESH_TOKEN).not.toBe('');
    const { id: ClientId, hash } = client('robot');
    const request = { ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH' as const, AuthParameters: { REFRESH_TOKEN, ...hash } };
    await expect(cognito.send(new InitiateAuthCommand(request))).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    });
  });

  test('has a secret that can be rotated, and is described with its grant and scopes', async () => {
    const { id: ClientId, secret } = client('robot');
    expect(secret).toMatch(/^\w{24,64}$/);
    await cognito.send(new AddUserPoolClientSecretCommand({ UserPoolId, ClientId }));
    const { UserPoolClient } = await cognito.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
    expect(UserPoolClient).toMatchObject({
      AllowedOAuthFlows: ['client_credentials'],
      AllowedOAuthScopes: ['https://orders.example.com/write', 'stock/count'],
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
    });
  });
});

test('a client with pages alone lets nobody in by the API', async () => {
  const request = { ClientId: client('phone').id, AuthFlow: 'USER_SRP_AUTH' as const };
  const AuthParameters = { USERNAME: email, SRP_A: 'ab'.repeat(96) };
  await expect(cognito.send(new InitiateAuthCommand({ ...request, AuthParameters }))).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
});
