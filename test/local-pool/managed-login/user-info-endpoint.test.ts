import { signIn } from '../sign-in-steps';
import { bodyOf, buildOAuthPool, email, type OAuthPool } from './oauth-pool';

const accessToken = async (built: OAuthPool, scopes: readonly string[] = ['openid']) =>
  String(bodyOf(await built.token(built.redemption({ code: built.code({ scopes }) })))['access_token']);

const ended = 'Access token is expired, disabled, or deleted, or the user has globally signed out.';
const noScope = 'Access token does not contain openid scope';

test.each<[readonly string[], readonly string[]]>([
  [['openid'], ['custom:plan', 'email', 'email_verified', 'name', 'phone_number']],
  [
    ['openid', 'email'],
    ['email', 'email_verified'],
  ],
  [['openid', 'phone'], ['phone_number']],
  [
    ['openid', 'profile'],
    ['custom:plan', 'name'],
  ],
  [
    ['openid', 'email', 'aws.cognito.signin.user.admin'],
    ['email', 'email_verified'],
  ],
])('the scopes %j show of the user: %j', async (scopes, shown) => {
  const built = await buildOAuthPool();
  built.pool.users.update(built.username, ({ attributes }) => ({
    attributes: { ...attributes, name: 'Ada', phone_number: '+15550100', 'custom:plan': 'gold' },
  }));
  const reply = await built.userInfo(`Bearer ${await accessToken(built, scopes)}`);
  expect(reply).toMatchObject({ status: 200, headers: { 'Access-Control-Allow-Origin': '*' } });
  const { sub, username, ...attributes } = bodyOf(reply);
  expect({ sub, username }).toEqual({ sub: built.pool.requireUser(email).sub, username: built.username });
  expect(Object.keys(attributes).toSorted()).toEqual(shown);
});

test('all values are texts, and none is there that the client may not read', async () => {
  const built = await buildOAuthPool({ clients: { web: { readAttributes: ['email_verified'] } } });
  const { sub, username, ...attributes } = bodyOf(await built.userInfo(`Bearer ${await accessToken(built)}`));
  expect([sub, username]).not.toContain(undefined);
  expect(attributes).toEqual({ email_verified: 'true' });
});

test.each<[string, string, (built: OAuthPool) => Promise<string>]>([
  ['that no pool signed', ended, async () => 'a.b.c'],
  ['without the scope openid', noScope, (built) => accessToken(built, ['orders/read'])],
  [
    'of a sign-in by the API',
    noScope,
    async (built) => (await signIn(built, email)).AuthenticationResult?.AccessToken ?? '',
  ],
  ['for an ID token', ended, async (built) => String(bodyOf(await built.token(built.redemption()))['id_token'])],
  [
    'that is over',
    ended,
    async (built) => {
      const token = await accessToken(built);
      built.clock.advance({ hours: 1 });
      return token;
    },
  ],
  [
    'of somebody who was signed out everywhere',
    ended,
    async (built) => {
      const token = await accessToken(built);
      await built.callAsAdmin('AdminUserGlobalSignOut', { Username: email });
      return token;
    },
  ],
  [
    'of somebody who was deleted',
    ended,
    async (built) => {
      const token = await accessToken(built);
      await built.callAsAdmin('AdminDeleteUser', { Username: email });
      return token;
    },
  ],
])('a token %s shows nothing', async (_, description, token) => {
  const built = await buildOAuthPool();
  const reply = await built.userInfo(`Bearer ${await token(built)}`);
  expect(reply).toMatchObject({
    status: 401,
    headers: {
      'WWW-Authenticate': `Bearer error="invalid_token", error_description="${description}"`,
      'Access-Control-Allow-Origin': '*',
    },
  });
  expect(bodyOf(reply)).toEqual({ error: 'invalid_token', error_description: description });
});

test.each([undefined, '', 'Bearer', 'Basic YTpi', 'Bearer two tokens'])(
  'an Authorization header %j is no request of this endpoint',
  async (authorization) => {
    const built = await buildOAuthPool();
    expect(await built.userInfo(authorization)).toMatchObject({
      status: 400,
      headers: {
        'WWW-Authenticate':
          'Bearer error="invalid_request", error_description="Bad OAuth2 request at UserInfo Endpoint"',
      },
    });
  },
);
