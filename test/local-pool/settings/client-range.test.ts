import {
  AddUserPoolClientSecretCommand,
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { startLocalPool, type LocalPool } from '../../../lib/local-pool/local-pool';
import { makeSigningKeys } from '../../../lib/local-pool/tokens/signing-keys';
import { templateFor } from '../../stacks/template-for';
import { clientRange } from '../../synthesis/client-range';
import { stackArtifact } from '../../template/stack-artifact';

const declared = clientRange['client-kinds'];
const signingKeys = makeSigningKeys();

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
});
afterAll(async () => {
  cognito.destroy();
  await local.close();
});

function client(name: string) {
  const found = [...local.pool.clients.values()].find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no app client ${name}.`);
  return found;
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
    federation: ['ClientWeb'],
    threatProtection: ['ClientBackend'],
  });
});

test('a machine has a secret that can be rotated, and is described with its grant and scopes', async () => {
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

test('a client with pages alone lets nobody in by the API', async () => {
  const request = { ClientId: client('phone').id, AuthFlow: 'USER_SRP_AUTH' as const };
  const AuthParameters = { USERNAME: 'grace@example.com', SRP_A: 'ab'.repeat(96) };
  await expect(cognito.send(new InitiateAuthCommand({ ...request, AuthParameters }))).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
});
