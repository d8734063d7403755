import { standardAttributes } from '../../../lib/local-pool/settings/standard-attributes';
import { buildPool, password, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';
import { signIn } from '../sign-in-steps';

const name = 'anna@example.com';
const role = (which: string): string => `arn:aws:iam::000000000000:role/${which}`;

type Claims = Readonly<Record<string, unknown>>;

async function tokensOf(built: BuiltPool): Promise<{ readonly id: Claims; readonly access: Claims }> {
  const { AuthenticationResult } = await signIn(built, name);
  const claims = (token = ''): Claims =>
    JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Claims;
  return { id: claims(AuthenticationResult?.IdToken), access: claims(AuthenticationResult?.AccessToken) };
}

async function withAnna(options: Parameters<typeof buildPool>[0] = {}): Promise<BuiltPool> {
  const built = buildPool(options);
  await built.addConfirmedUser(name);
  return built;
}

test('each token has its own life, key and claims', async () => {
  const lifetimes = { accessTokenSeconds: 300, idTokenSeconds: 600, refreshTokenSeconds: 3600 };
  const built = await withAnna({ clients: { app: lifetimes } });
  const now = built.clock.now() / 1000;
  const { AuthenticationResult } = await signIn(built, name);
  expect(AuthenticationResult).toMatchObject({ ExpiresIn: 300, TokenType: 'Bearer' });
  expect(AuthenticationResult?.RefreshToken?.split('.')).toHaveLength(5);

  const { id, access } = await tokensOf(built);
  const { sub, username } = built.pool.requireUser(name);
  const client = built.client('app').id;
  const both = { sub, iss: built.pool.issuer, auth_time: now, iat: now, origin_jti: access['origin_jti'] };
  expect(id).toEqual({
    ...both,
    aud: client,
    token_use: 'id',
    exp: now + 600,
    event_id: access['event_id'],
    jti: expect.any(String),
    'cognito:username': username,
    email: name,
    email_verified: true,
  });
  expect(access).toEqual({
    ...both,
    client_id: client,
    token_use: 'access',
    exp: now + 300,
    event_id: expect.any(String),
    jti: expect.any(String),
    scope: 'aws.cognito.signin.user.admin',
    username,
  });
  expect(id['jti']).not.toBe(access['jti']);

  built.clock.advance({ hours: 1 });
  const expired = { REFRESH_TOKEN: AuthenticationResult?.RefreshToken };
  const refreshing = { ClientId: client, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: expired };
  expect(await refusalOf(built.call('InitiateAuth', refreshing))).toEqual(
    refusal('NotAuthorizedException', 'Refresh Token has expired'),
  );
});

test('a client whose tokens cannot be revoked one by one gives them no ids', async () => {
  const { id, access } = await tokensOf(await withAnna({ clients: { app: { tokenRevocation: false } } }));
  for (const claims of [id, access]) {
    expect(claims).not.toHaveProperty('jti');
    expect(claims).not.toHaveProperty('origin_jti');
  }
});

test('the ID token and GetUser show the attributes that the client may read, each in its own form', async () => {
  const schema = [
    ...standardAttributes,
    { name: 'custom:age', type: 'Number', required: false, mutable: true } as const,
  ];
  const readAttributes = ['email', 'address', 'phone_number_verified', 'custom:age'];
  const built = await withAnna({ settings: { schema }, clients: { app: { readAttributes } } });
  await built.callAsAdmin('AdminUpdateUserAttributes', {
    Username: name,
    UserAttributes: Object.entries({
      address: 'Main Street 1',
      phone_number: '+4915112345678',
      phone_number_verified: 'false',
      'custom:age': '42',
      nickname: 'A',
    }).map(([Name, Value]) => ({ Name, Value })),
  });
  const { id, access } = await tokensOf(built);
  expect(id).toMatchObject({
    email: name,
    address: { formatted: 'Main Street 1' },
    phone_number_verified: false,
    'custom:age': '42',
  });
  for (const hidden of ['email_verified', 'nickname', 'phone_number']) expect(id).not.toHaveProperty(hidden);
  expect(access).not.toHaveProperty('email');

  const { UserAttributes } = await built.call('GetUser', { AccessToken: await built.accessToken(name, password) });
  const names = (UserAttributes as readonly { readonly Name: string }[]).map((attribute) => attribute.Name);
  expect(names.toSorted()).toEqual(['sub', ...readAttributes].toSorted());
});

describe('the groups of a user', () => {
  const group = (groupName: string, precedence?: number, roleArn?: string) => ({
    name: groupName,
    description: undefined,
    precedence,
    roleArn,
  });
  const of = async (groups: readonly ReturnType<typeof group>[]) => {
    const built = await withAnna({ settings: { groups } });
    for (const { name: GroupName } of groups)
      await built.callAsAdmin('AdminAddUserToGroup', { Username: name, GroupName });
    return tokensOf(built);
  };

  test('stand in both tokens, the lowest precedence first and those without one last', async () => {
    const { id, access } = await of([group('third'), group('second', 7), group('first', 0)]);
    expect(id['cognito:groups']).toEqual(['first', 'second', 'third']);
    expect(access['cognito:groups']).toEqual(['first', 'second', 'third']);
    expect(id).not.toHaveProperty('cognito:roles');
  });

  test.each([
    ['of the lowest precedence', [group('a', 2, role('a')), group('b', 1, role('b'))], role('b')],
    ['that two of the lowest share', [group('a', 1, role('a')), group('b', 1, role('a'))], role('a')],
    ['none, when two of the lowest differ', [group('a', 1, role('a')), group('b', 1, role('b'))], undefined],
  ] as const)('prefer the role %s', async (_which, groups, preferred) => {
    const { id, access } = await of(groups);
    expect(id['cognito:preferred_role']).toBe(preferred);
    expect(id['cognito:roles']).toEqual(expect.arrayContaining(groups.map(({ roleArn }) => roleArn)));
    expect(access).not.toHaveProperty('cognito:roles');
    expect(access).not.toHaveProperty('cognito:preferred_role');
  });

  test('leave no claim behind where there is none', async () => {
    const { id, access } = await of([]);
    for (const claims of [id, access])
      expect(Object.keys(claims).filter((each) => each.includes('groups'))).toEqual([]);
  });
});
