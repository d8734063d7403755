import { refusal, refusalOf } from '../refusal';
import { signIn } from '../sign-in-steps';
import { basic, bodyOf, buildOAuthPool, claimsIn, email, type OAuthPool } from './oauth-pool';

const refreshToken = async (built: OAuthPool) => String(bodyOf(await built.token(built.redemption()))['refresh_token']);

const refresh = (built: OAuthPool, refresh_token: string, clientName = 'web') =>
  built.token({ grant_type: 'refresh_token', client_id: built.client(clientName).id, refresh_token });

test('a refresh gives new tokens of the same authentication, without a new refresh token and without the nonce', async () => {
  const built = await buildOAuthPool();
  const began = built.clock.now() / 1000;
  const code = built.code({ nonce: 'once', scopes: ['openid', 'email'] });
  const first = bodyOf(await built.token(built.redemption({ code })));
  built.clock.advance({ hours: 2 });
  const reply = await refresh(built, String(first['refresh_token']));
  expect(reply.status).toBe(200);
  const { access_token, id_token, ...others } = bodyOf(reply);
  expect(others).toEqual({ expires_in: 3600, token_type: 'Bearer' });
  const before = claimsIn(first['access_token']);
  expect(claimsIn(access_token)).toMatchObject({
    scope: 'openid email',
    version: 2,
    auth_time: began,
    iat: began + 7200,
    origin_jti: before['origin_jti'],
    event_id: before['event_id'],
  });
  expect(claimsIn(id_token)).toMatchObject({ email, auth_time: began, at_hash: expect.any(String) });
  expect(claimsIn(id_token)).not.toHaveProperty('nonce');
});

test('PreTokenGeneration hears that it is a refresh', async () => {
  const built = await buildOAuthPool({ triggers: { PreTokenGeneration: () => ({}) } });
  await refresh(built, await refreshToken(built));
  expect(built.events.map(({ triggerSource }) => triggerSource)).toEqual([
    'TokenGeneration_HostedAuth',
    'TokenGeneration_RefreshTokens',
  ]);
});

test('a client that rotates its refresh tokens gets another one each time, and the old one is refused', async () => {
  const rotating = { refreshTokenRotation: { retryGracePeriodSeconds: 0 } };
  const built = await buildOAuthPool({ clients: { web: rotating } });
  const used = await refreshToken(built);
  const next = bodyOf(await refresh(built, used))['refresh_token'];
  expect(next).toEqual(expect.stringMatching(/^([\w-]+\.){4}[\w-]+$/));
  expect(next).not.toBe(used);
  expect(bodyOf(await refresh(built, used))).toEqual({ error: 'invalid_grant' });
  expect((await refresh(built, String(next))).status).toBe(200);
});

test('who came with a code can refresh whatever flows the client allows, and without a device', async () => {
  const built = await buildOAuthPool({
    clients: { web: { explicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] } },
    settings: { deviceTracking: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: false } },
  });
  expect((await refresh(built, await refreshToken(built))).status).toBe(200);
});

test('the token of a sign-in by the API can be refreshed here too, for what it was issued for', async () => {
  const built = await buildOAuthPool();
  const { AuthenticationResult } = await signIn(built, email);
  const { access_token, id_token } = bodyOf(await refresh(built, AuthenticationResult?.RefreshToken ?? '', 'app'));
  expect(claimsIn(access_token)['scope']).toBe('aws.cognito.signin.user.admin');
  expect(claimsIn(access_token)).not.toHaveProperty('version');
  expect(claimsIn(id_token)).not.toHaveProperty('at_hash');
});

test('but not where the client does not allow a refresh, or devices are tracked', async () => {
  const built = await buildOAuthPool({
    settings: { deviceTracking: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: false } },
  });
  const { AuthenticationResult } = await signIn(built, email);
  const token = AuthenticationResult?.RefreshToken ?? '';
  expect(bodyOf(await refresh(built, token, 'app'))).toEqual({ error: 'invalid_grant' });
  built.pool.clients.update(built.client('app').id, { explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] });
  expect(bodyOf(await refresh(built, token, 'app'))).toEqual({ error: 'unauthorized_client' });
});

test.each<[string, (built: OAuthPool, token: string) => unknown]>([
  ['is revoked', (built, token) => built.revoke({ token, client_id: built.client('web').id })],
  ['is over', ({ clock }) => clock.advance({ days: 31 })],
  [
    'belongs to somebody who was signed out everywhere',
    ({ callAsAdmin }) => callAsAdmin('AdminUserGlobalSignOut', { Username: email }),
  ],
  ['belongs to somebody who is disabled', ({ callAsAdmin }) => callAsAdmin('AdminDisableUser', { Username: email })],
  ['belongs to nobody any more', ({ callAsAdmin }) => callAsAdmin('AdminDeleteUser', { Username: email })],
])('a refresh token is refused that %s', async (_, happens) => {
  const built = await buildOAuthPool();
  const token = await refreshToken(built);
  await happens(built, token);
  const reply = await refresh(built, token);
  expect(reply.status).toBe(400);
  expect(bodyOf(reply)).toEqual({ error: 'invalid_grant' });
  expect(built.log.join()).not.toContain(token);
});

test('a refresh token is refused at another client, and an unknown one everywhere', async () => {
  const built = await buildOAuthPool();
  expect(bodyOf(await refresh(built, await refreshToken(built), 'other'))).toEqual({ error: 'invalid_grant' });
  expect(bodyOf(await refresh(built, 'unknown'))).toEqual({ error: 'invalid_grant' });
  expect(bodyOf(await built.token({ grant_type: 'refresh_token', client_id: built.client('web').id }))).toEqual({
    error: 'invalid_request',
  });
});

test('a client with a secret must prove it to refresh', async () => {
  const built = await buildOAuthPool();
  const { id, secret = '' } = built.client('server');
  const form = built.redemption({ code: built.code({ clientId: id }), client_id: undefined });
  const refresh_token = String(bodyOf(await built.token(form, basic(id, secret)))['refresh_token']);
  const fields = { grant_type: 'refresh_token', refresh_token };
  expect(bodyOf(await built.token({ ...fields, client_id: id }))).toEqual({
    error: 'invalid_client',
    error_description: 'invalid_client_secret',
  });
  expect((await built.token(fields, basic(id, secret))).status).toBe(200);
});

test.each<[string, readonly string[], object | undefined]>([
  [
    'refuse a token without their scope',
    ['openid', 'email'],
    refusal('NotAuthorizedException', 'Access Token does not have required scopes'),
  ],
  ['take one that was granted it', ['aws.cognito.signin.user.admin'], undefined],
])('the operations of the user %s', async (_, scopes, expected) => {
  const built = await buildOAuthPool();
  const { access_token: AccessToken } = bodyOf(await built.token(built.redemption({ code: built.code({ scopes }) })));
  const call = built.call('GetUser', { AccessToken });
  if (expected === undefined) await expect(call).resolves.toMatchObject({ Username: built.username });
  else expect(await refusalOf(call)).toEqual(expected);
});
