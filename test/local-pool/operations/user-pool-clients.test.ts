import { secretHash } from '../../../lib/local-pool/authentication/secret-hash';
import { buildPool, password, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';

type Described = Readonly<Record<string, unknown>> & { readonly ClientId: string; readonly ClientSecret?: string };

const created = async ({ callAsAdmin }: BuiltPool, body: object = {}): Promise<Described> =>
  (await callAsAdmin('CreateUserPoolClient', { ClientName: 'new', ...body }))['UserPoolClient'] as Described;
const updated = async ({ callAsAdmin }: BuiltPool, body: object): Promise<Described> =>
  (await callAsAdmin('UpdateUserPoolClient', body))['UserPoolClient'] as Described;

const signIn = ({ callAsAdmin }: BuiltPool, ClientId: string, secret?: string) => {
  const USERNAME = 'anna@example.com';
  return callAsAdmin('AdminInitiateAuth', {
    ClientId,
    AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
    AuthParameters: {
      USERNAME,
      PASSWORD: password,
      ...(secret !== undefined && { SECRET_HASH: secretHash(secret, USERNAME, ClientId) }),
    },
  });
};

test('a client of which nothing but the name is said has the defaults of the service', async () => {
  const client = await created(buildPool());
  expect(client).toMatchObject({
    ClientName: 'new',
    ClientId: expect.stringMatching(/^[a-z0-9]{26}$/),
    RefreshTokenValidity: 30,
    TokenValidityUnits: {},
    AllowedOAuthFlowsUserPoolClient: false,
    EnablePropagateAdditionalUserContextData: false,
    EnableTokenRevocation: true,
    AuthSessionValidity: 3,
  });
  const unsaid = [
    'AccessTokenValidity',
    'ClientSecret',
    'ExplicitAuthFlows',
    'IdTokenValidity',
    'PreventUserExistenceErrors',
    'ReadAttributes',
  ];
  for (const name of unsaid) expect(client).not.toHaveProperty(name);
});

test('an empty list says nothing, as if it were left out', async () => {
  const built = buildPool();
  const { ClientId, ...client } = await created(built, { ExplicitAuthFlows: [], ReadAttributes: [] });
  expect(client).not.toHaveProperty('ExplicitAuthFlows');
  expect(client).not.toHaveProperty('ReadAttributes');
  expect(built.pool.requireClient(ClientId).explicitAuthFlows).toHaveLength(3);
});

test('what managed login would use is told again', async () => {
  const said = {
    AllowedOAuthFlows: ['code'],
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthScopes: ['openid'],
    CallbackURLs: ['https://example.com/back'],
    DefaultRedirectURI: 'https://example.com/back',
    SupportedIdentityProviders: ['COGNITO'],
  };
  expect(await created(buildPool(), said)).toMatchObject(said);
});

test.each<[string, object, string, string]>([
  [
    'two ways to a secret at once',
    { GenerateSecret: true, ClientSecret: 'a'.repeat(24) },
    'InvalidParameterException',
    'GenerateSecret and ClientSecret cannot be specified together.',
  ],
  [
    'an attribute that the pool has not, to read',
    { ReadAttributes: ['custom:plan'] },
    'InvalidParameterException',
    'Invalid read attributes specified while creating a client',
  ],
  [
    'an attribute that nobody writes',
    { WriteAttributes: ['sub'] },
    'InvalidParameterException',
    'Invalid write attributes specified while creating a client',
  ],
  [
    'an access token that outlives the refresh token',
    { RefreshTokenValidity: 1, AccessTokenValidity: 2, TokenValidityUnits: { RefreshToken: 'hours' } },
    'InvalidParameterException',
    'Access and Id Token expiration times must be less than or equal to refresh token expiration times.',
  ],
  [
    'a scope of no resource server',
    { AllowedOAuthScopes: ['orders/read'] },
    'ScopeDoesNotExistException',
    'Invalid scope requested: orders/read',
  ],
  [
    'a redirect that is no callback',
    { DefaultRedirectURI: 'https://example.com' },
    'InvalidParameterException',
    'The default redirect URI https://example.com is not in the callback URIs list.',
  ],
  [
    'a session that is too long',
    { AuthSessionValidity: 16 },
    'InvalidParameterException',
    "1 validation error detected: Value '16' at 'authSessionValidity' failed to satisfy constraint: Member must " +
      'have value less than or equal to 15',
  ],
])('CreateUserPoolClient refuses %s', async (_what, body, type, message) => {
  const built = buildPool();
  const before = built.pool.clients.size;
  expect(await refusalOf(created(built, body))).toEqual(refusal(type, message));
  expect(built.pool.clients.size).toBe(before);
});

test('CreateUserPoolClient names a provider that the pool has not', async () => {
  const built = buildPool();
  expect(await refusalOf(created(built, { SupportedIdentityProviders: ['Acme'] }))).toEqual(
    refusal('InvalidParameterException', `The provider Acme does not exist for User Pool ${built.pool.id}.`),
  );
});

test('UpdateUserPoolClient keeps the lifetime of sessions and refresh tokens, revocation and secret, nothing else', async () => {
  const built = buildPool();
  const { ClientId, ClientSecret } = await created(built, {
    GenerateSecret: true,
    AccessTokenValidity: 5,
    AuthSessionValidity: 10,
    EnableTokenRevocation: false,
    ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'],
    PreventUserExistenceErrors: 'ENABLED',
    RefreshTokenValidity: 7,
  });
  const client = await updated(built, { ClientId });
  expect(client).toMatchObject({
    ClientName: 'new',
    ClientSecret,
    AuthSessionValidity: 10,
    EnableTokenRevocation: false,
    RefreshTokenValidity: 7,
    TokenValidityUnits: { RefreshToken: 'days' },
  });
  for (const name of ['AccessTokenValidity', 'ExplicitAuthFlows', 'PreventUserExistenceErrors'])
    expect(client).not.toHaveProperty(name);
  expect(built.pool.requireClient(ClientId)).toMatchObject({
    accessTokenSeconds: 3600,
    explicitAuthFlows: expect.arrayContaining(['ALLOW_USER_SRP_AUTH']),
    preventUserExistenceErrors: false,
  });
});

test('what an update says holds for the next sign-in', async () => {
  const built = buildPool();
  await built.addConfirmedUser('anna@example.com');
  const { ClientId } = await created(built);
  expect(await refusalOf(signIn(built, ClientId))).toMatchObject({ type: 'InvalidParameterException' });
  await updated(built, { ClientId, ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'] });
  expect(await signIn(built, ClientId)).toHaveProperty('AuthenticationResult');
});

test('nobody signs in through a client that was deleted, and its tokens end', async () => {
  const built = buildPool();
  await built.addConfirmedUser('anna@example.com');
  const AccessToken = await built.accessToken('anna@example.com', password);
  const { id: ClientId } = built.client('app');
  await built.callAsAdmin('DeleteUserPoolClient', { ClientId });
  const gone = refusal('ResourceNotFoundException', `User pool client ${ClientId} does not exist.`);
  expect(await refusalOf(signIn(built, ClientId))).toEqual(gone);
  expect(await refusalOf(built.callAsAdmin('DeleteUserPoolClient', { ClientId }))).toEqual(gone);
  expect(await refusalOf(built.call('GetUser', { AccessToken }))).toEqual(
    refusal('NotAuthorizedException', 'Invalid Access Token'),
  );
});

describe('the secrets of a client', () => {
  const flows = { ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'] };
  type Descriptor = { readonly ClientSecretId: string; readonly ClientSecretValue?: string };

  const add = async ({ callAsAdmin }: BuiltPool, ClientId: string, ClientSecret?: string): Promise<Descriptor> =>
    (await callAsAdmin('AddUserPoolClientSecret', { ClientId, ClientSecret }))['ClientSecretDescriptor'] as Descriptor;
  const listed = async ({ callAsAdmin }: BuiltPool, ClientId: string): Promise<readonly Descriptor[]> =>
    (await callAsAdmin('ListUserPoolClientSecrets', { ClientId }))['ClientSecrets'] as readonly Descriptor[];

  test('are exchanged without a moment in which no one could sign in', async () => {
    const built = buildPool();
    await built.addConfirmedUser('anna@example.com');
    const { ClientId, ClientSecret: older } = await created(built, { GenerateSecret: true, ...flows });
    const { ClientSecretValue: newer } = await add(built, ClientId);
    expect(newer).toMatch(/^[a-z0-9]{52}$/);
    for (const secret of [older, newer])
      expect(await signIn(built, ClientId, secret)).toHaveProperty('AuthenticationResult');

    const [first] = await listed(built, ClientId);
    await built.callAsAdmin('DeleteUserPoolClientSecret', { ClientId, ClientSecretId: first?.ClientSecretId });
    expect(await signIn(built, ClientId, newer)).toHaveProperty('AuthenticationResult');
    expect(await refusalOf(signIn(built, ClientId, older))).toEqual(
      refusal('NotAuthorizedException', `Unable to verify secret hash for client ${ClientId}`),
    );
  });

  test('are listed without their values; a value that the caller gave is never told', async () => {
    const built = buildPool();
    const { ClientId, ClientSecret } = await created(built, {
      ClientSecret: 'first-is-not-allowed'.replaceAll('-', '_') + '_1234',
    });
    expect(ClientSecret).toBe('first_is_not_allowed_1234');
    const second = await add(built, ClientId, 'b'.repeat(24));
    expect(second).not.toHaveProperty('ClientSecretValue');
    const list = await listed(built, ClientId);
    expect(list.map(({ ClientSecretId }) => ClientSecretId)).toContain(second.ClientSecretId);
    expect(new Set(list.map(({ ClientSecretId }) => ClientSecretId)).size).toBe(2);
    for (const each of list) {
      expect(each.ClientSecretId).toMatch(new RegExp(`^${ClientId}--\\d+$`));
      expect(each).not.toHaveProperty('ClientSecretValue');
    }
  });

  test('are two at the most, and one at the least', async () => {
    const built = buildPool();
    const { ClientId } = await created(built, { GenerateSecret: true });
    await add(built, ClientId);
    expect(await refusalOf(add(built, ClientId))).toMatchObject({ type: 'LimitExceededException' });
    const [first, second] = await listed(built, ClientId);
    const remove = (descriptor: Descriptor | undefined) =>
      built.callAsAdmin('DeleteUserPoolClientSecret', { ClientId, ClientSecretId: descriptor?.ClientSecretId });
    await remove(first);
    expect(await refusalOf(remove(first))).toMatchObject({ type: 'ResourceNotFoundException' });
    expect(await refusalOf(remove(second))).toMatchObject({ type: 'InvalidParameterException' });
  });

  test('are for confidential clients', async () => {
    const built = buildPool();
    expect(await refusalOf(add(built, built.client('app').id))).toMatchObject({ type: 'InvalidParameterException' });
  });
});
