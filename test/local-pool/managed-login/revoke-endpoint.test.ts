import { basic, bodyOf, buildOAuthPool, type OAuthPool } from './oauth-pool';

const tokensOf = async (built: OAuthPool) => bodyOf(await built.token(built.redemption()));

test('a refresh token ends, and what was issued with it', async () => {
  const built = await buildOAuthPool();
  const { access_token, refresh_token } = await tokensOf(built);
  const [token, client_id] = [String(refresh_token), built.client('web').id];
  const reply = await built.revoke({ token, client_id });
  expect(reply).toMatchObject({ status: 200, body: '', headers: { 'Access-Control-Allow-Origin': '*' } });
  const again = { grant_type: 'refresh_token', client_id, refresh_token: token };
  expect(bodyOf(await built.token(again))).toEqual({ error: 'invalid_grant' });
  expect((await built.userInfo(`Bearer ${String(access_token)}`)).status).toBe(401);
});

test.each(['a token that nobody knows', 'one that is revoked already'])('%s is no error', async (which) => {
  const built = await buildOAuthPool();
  const client_id = built.client('web').id;
  const token = which === 'a token that nobody knows' ? 'unknown' : String((await tokensOf(built))['refresh_token']);
  await built.revoke({ token, client_id });
  expect(await built.revoke({ token, client_id })).toMatchObject({ status: 200, body: '' });
});

test('a client with a secret proves it', async () => {
  const built = await buildOAuthPool();
  const { id, secret = '' } = built.client('server');
  expect((await built.revoke({ token: 'unknown' }, basic(id, secret))).status).toBe(200);
  const refused = await built.revoke({ token: 'unknown' }, basic(id, 'wrong'));
  expect(refused.status).toBe(401);
  expect(bodyOf(refused)).toEqual({ error: 'invalid_client', error_description: 'invalid_client_secret' });
});

test.each<[string, number, string, (built: OAuthPool) => Promise<Readonly<Record<string, string>>>]>([
  ['without a token', 400, 'invalid_request', async ({ client }) => ({ client_id: client('web').id })],
  ['without a client', 400, 'invalid_request', async () => ({ token: 'unknown' })],
  ['of an unknown client', 401, 'invalid_client', async () => ({ token: 'unknown', client_id: 'nobody' })],
  [
    'for an access token',
    400,
    'unsupported_token_type',
    async (built) => ({ token: String((await tokensOf(built))['access_token']), client_id: built.client('web').id }),
  ],
  [
    'for the token of another client',
    401,
    'invalid_client',
    async (built) => ({ token: String((await tokensOf(built))['refresh_token']), client_id: built.client('other').id }),
  ],
  [
    'of a client that cannot revoke (EnableTokenRevocation)',
    400,
    'invalid_request',
    async ({ client, pool }) => {
      pool.clients.update(client('web').id, { tokenRevocation: false });
      return { token: 'unknown', client_id: client('web').id };
    },
  ],
])('a request %s is refused: %i %s', async (_, status, error, form) => {
  const built = await buildOAuthPool();
  const reply = await built.revoke(await form(built));
  expect(reply.status).toBe(status);
  expect(bodyOf(reply)).toEqual({ error });
});

test('the token of another client is good afterwards', async () => {
  const built = await buildOAuthPool();
  const { access_token, refresh_token } = await tokensOf(built);
  await built.revoke({ token: String(refresh_token), client_id: built.client('other').id });
  expect((await built.userInfo(`Bearer ${String(access_token)}`)).status).toBe(200);
});
