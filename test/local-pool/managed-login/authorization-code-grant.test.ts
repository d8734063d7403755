import { createHash } from 'node:crypto';
import type { Authorization } from '../../../lib/local-pool/managed-login/authorization-codes';
import {
  basic,
  bodyOf,
  buildOAuthPool,
  challenge,
  claimsIn,
  email,
  redirectUri,
  verifier,
  type OAuthPool,
} from './oauth-pool';

const grantOf = async (built: OAuthPool, changes: Partial<Authorization> = {}) =>
  bodyOf(await built.token(built.redemption({ code: built.code(changes) })));

test('a code gives tokens that nobody keeps on the way and pages of any origin may read', async () => {
  const built = await buildOAuthPool();
  const reply = await built.token(built.redemption());
  expect(reply).toMatchObject({
    status: 200,
    headers: {
      'Content-Type': 'application/json;charset=UTF-8',
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'no-cache, no-store, max-age=0, must-revalidate',
    },
  });
  expect(bodyOf(reply)).toEqual({
    access_token: expect.any(String),
    id_token: expect.any(String),
    refresh_token: expect.stringMatching(/^([\w-]+\.){4}[\w-]+$/),
    expires_in: 3600,
    token_type: 'Bearer',
  });
});

test('the tokens say what managed login has them say', async () => {
  const built = await buildOAuthPool();
  const authenticated = built.clock.now();
  const code = built.code({ nonce: 'n-0S6_WzA2Mj', scopes: ['openid', 'email'] });
  built.clock.advance({ minutes: 4 });
  const { access_token, id_token } = bodyOf(await built.token(built.redemption({ code })));
  const [now, clientId] = [built.clock.now() / 1000, built.client('web').id];
  const inBoth = {
    sub: built.pool.requireUser(email).sub,
    iss: built.pool.issuer,
    auth_time: authenticated / 1000,
    iat: now,
    exp: now + 3600,
    jti: expect.any(String),
    origin_jti: expect.any(String),
    event_id: expect.any(String),
  };
  expect(claimsIn(access_token)).toEqual({
    ...inBoth,
    client_id: clientId,
    token_use: 'access',
    scope: 'openid email',
    username: built.username,
    version: 2,
  });
  expect(claimsIn(id_token)).toEqual({
    ...inBoth,
    aud: clientId,
    token_use: 'id',
    'cognito:username': built.username,
    email,
    email_verified: true,
    nonce: 'n-0S6_WzA2Mj',
    at_hash: createHash('sha256').update(String(access_token)).digest().subarray(0, 16).toString('base64url'),
  });
});

test.each<[string, readonly string[], readonly string[]]>([
  ['all of them with openid alone', ['openid'], ['custom:plan', 'email', 'email_verified', 'name', 'phone_number']],
  [
    'all of them with a scope of a resource server beside it',
    ['openid', 'orders/read'],
    ['custom:plan', 'email', 'email_verified', 'name', 'phone_number'],
  ],
  ['the address with email', ['openid', 'email'], ['email', 'email_verified']],
  ['the number with phone', ['openid', 'phone'], ['phone_number']],
  ['the person and the custom ones with profile', ['openid', 'profile'], ['custom:plan', 'name']],
  ['those of both with two scopes', ['openid', 'phone', 'email'], ['email', 'email_verified', 'phone_number']],
])('an ID token shows of the attributes %s', async (_, scopes, shown) => {
  const built = await buildOAuthPool();
  built.pool.users.update(built.username, ({ attributes }) => ({
    attributes: { ...attributes, name: 'Ada', phone_number: '+15550100', 'custom:plan': 'gold' },
  }));
  const claims = Object.keys(claimsIn((await grantOf(built, { scopes }))['id_token']));
  const attributes = ['email', 'email_verified', 'phone_number', 'name', 'custom:plan'];
  expect(claims.filter((claim) => attributes.includes(claim)).toSorted()).toEqual(shown);
});

test('a client sees no attribute that it may not read, whatever the scopes', async () => {
  const built = await buildOAuthPool({ clients: { web: { readAttributes: ['name'] } } });
  const { id_token } = await grantOf(built, { scopes: ['openid', 'profile'] });
  expect(claimsIn(id_token)).not.toHaveProperty('email');
});

test('a client that may read an address, and not whether it is verified, gets no tokens for the scope email', async () => {
  const built = await buildOAuthPool({ clients: { web: { readAttributes: ['email'] } } });
  expect(await grantOf(built, { scopes: ['openid', 'email'] })).toEqual({ error: 'invalid_grant' });
  expect(await grantOf(built, { scopes: ['openid'] })).toHaveProperty('id_token');
});

test('without the scope openid there is no ID token', async () => {
  const built = await buildOAuthPool();
  const reply = await grantOf(built, { scopes: ['orders/read'] });
  expect(reply).not.toHaveProperty('id_token');
  expect(claimsIn(reply['access_token'])).toMatchObject({ scope: 'orders/read' });
});

test('a client with a secret may have a challenge beside it, or none', async () => {
  const built = await buildOAuthPool();
  const { id, secret = '' } = built.client('server');
  for (const codeChallenge of [challenge, undefined]) {
    const code = built.code({ clientId: id, codeChallenge });
    const form = built.redemption({
      code,
      client_id: undefined,
      code_verifier: codeChallenge === undefined ? undefined : verifier,
    });
    expect((await built.token(form, basic(id, secret))).status).toBe(200);
  }
});

test('PreTokenGeneration runs, and hears that it is for managed login and with which scopes', async () => {
  const built = await buildOAuthPool({
    triggers: {
      PreTokenGeneration: () => ({
        claimsAndScopeOverrideDetails: {
          idTokenGeneration: { claimsToAddOrOverride: { plan: 'gold', nonce: 'forged', at_hash: 'forged' } },
          accessTokenGeneration: { scopesToAdd: ['reports/read'] },
        },
      }),
    },
  });
  const { id_token, access_token } = await grantOf(built, { scopes: ['openid'], nonce: 'theirs' });
  expect(built.events).toMatchObject([
    { triggerSource: 'TokenGeneration_HostedAuth', userName: built.username, request: { scopes: ['openid'] } },
  ]);
  expect(claimsIn(id_token)).toMatchObject({ plan: 'gold', nonce: 'theirs' });
  expect(claimsIn(id_token)['at_hash']).not.toBe('forged');
  expect(claimsIn(access_token)['scope']).toBe('openid reports/read');
});

test('no tokens are issued where PreTokenGeneration fails, and the code is spent', async () => {
  const built = await buildOAuthPool({
    triggers: {
      PreTokenGeneration: () => {
        throw new Error('not today');
      },
    },
  });
  const form = built.redemption();
  expect(await built.token(form)).toMatchObject({ status: 400 });
  expect(bodyOf(await built.token(form))).toEqual({ error: 'invalid_grant' });
  expect(built.pool.families.size).toBe(0);
});

const unauthorized = { error: 'unauthorized_client' };
const grant = { error: 'invalid_grant' };
const request = { error: 'invalid_request' };

describe('no tokens are given out', () => {
  test.each<[string, object, (built: OAuthPool) => Readonly<Record<string, string | undefined>>]>([
    ['for a wrong verifier', grant, () => ({ code_verifier: `${verifier}x` })],
    ['for the challenge in the place of the verifier', grant, () => ({ code_verifier: challenge })],
    ['without the verifier of a challenge', grant, () => ({ code_verifier: undefined })],
    ['for a verifier without a challenge', grant, ({ code }) => ({ code: code({ codeChallenge: undefined }) })],
    ['for a code that nobody issued', grant, () => ({ code: '00000000-0000-4000-8000-000000000000' })],
    ['for the code of another client', grant, ({ client }) => ({ client_id: client('other').id })],
    ['for a redirect_uri with a slash more', unauthorized, () => ({ redirect_uri: `${redirectUri}/` })],
    ['for a redirect_uri in other letters', unauthorized, () => ({ redirect_uri: redirectUri.toUpperCase() })],
    ['without a code', request, () => ({ code: undefined })],
    ['with an empty code', request, () => ({ code: '' })],
    ['without a redirect_uri', request, () => ({ redirect_uri: undefined })],
    ['without a client_id', request, () => ({ client_id: undefined })],
    ['without a grant_type', request, () => ({ grant_type: undefined })],
    ['for another grant', { error: 'unsupported_grant_type' }, () => ({ grant_type: 'password' })],
    ['for an unknown client', { error: 'invalid_client' }, () => ({ client_id: 'nobody' })],
    ['to a client without the grant', unauthorized, ({ client }) => ({ client_id: client('app').id })],
  ])('%s', async (_, error, changes) => {
    const built = await buildOAuthPool();
    const form = built.redemption(changes(built));
    const reply = await built.token(form);
    expect(reply.status).toBe(400);
    expect(bodyOf(reply)).toEqual(error);
    expect(reply.headers).toMatchObject({ 'Access-Control-Allow-Origin': '*' });
    expect(built.pool.families.size).toBe(0);
    expect(built.log).toEqual([expect.stringContaining('POST /oauth2/token 400 ')]);
    for (const secret of [form['code'], form['code_verifier']])
      if (secret !== undefined && secret !== '') expect(built.log.join()).not.toContain(secret);
  });

  test('for a parameter that is there twice', async () => {
    const built = await buildOAuthPool();
    const reply = await built.token({ ...built.redemption(), code: [built.code(), built.code()] });
    expect(bodyOf(reply)).toEqual(request);
  });

  test('for a code of six minutes ago', async () => {
    const built = await buildOAuthPool();
    const form = built.redemption();
    built.clock.advance({ minutes: 6 });
    expect(bodyOf(await built.token(form))).toEqual(grant);
  });

  test.each(['AdminDisableUser', 'AdminDeleteUser'])('after %s', async (operation) => {
    const built = await buildOAuthPool();
    const form = built.redemption();
    await built.callAsAdmin(operation, { Username: email });
    expect(bodyOf(await built.token(form))).toEqual(grant);
    expect(built.pool.families.size).toBe(0);
  });

  test('to whoever is disabled while PreTokenGeneration runs', async () => {
    const built: OAuthPool = await buildOAuthPool({
      triggers: {
        async PreTokenGeneration() {
          await built.callAsAdmin('AdminDisableUser', { Username: email });
          return {};
        },
      },
    });
    expect(await grantOf(built)).toEqual(grant);
    expect(built.pool.families.size).toBe(0);
  });
});

test.each<[string, Readonly<Record<string, string>>]>([
  ['a wrong verifier', { code_verifier: 'wrong' }],
  ['another redirect_uri', { redirect_uri: 'https://evil.example.com/' }],
])('a code is spent by an attempt with %s', async (_, changes) => {
  const built = await buildOAuthPool();
  const form = built.redemption();
  expect((await built.token({ ...form, ...changes })).status).toBe(400);
  expect(bodyOf(await built.token(form))).toEqual(grant);
});

test('a code that comes again revokes the tokens that were issued for it', async () => {
  const built = await buildOAuthPool();
  const form = built.redemption();
  const { access_token, refresh_token } = bodyOf(await built.token(form));
  expect((await built.userInfo(`Bearer ${String(access_token)}`)).status).toBe(200);

  expect(bodyOf(await built.token(form))).toEqual(grant);
  expect((await built.userInfo(`Bearer ${String(access_token)}`)).status).toBe(401);
  const refresh = { grant_type: 'refresh_token', client_id: built.client('web').id };
  expect(bodyOf(await built.token({ ...refresh, refresh_token: String(refresh_token) }))).toEqual(grant);
});

test('of two requests with one code at the same time none gets tokens', async () => {
  const built = await buildOAuthPool();
  const form = built.redemption();
  const replies = await Promise.all([built.token(form), built.token(form)]);
  expect(replies.map(bodyOf)).toEqual([grant, grant]);
  expect(built.pool.families.size).toBe(0);
});

test('a pool without a domain has no token endpoint, and says so', async () => {
  const built = await buildOAuthPool({ domain: false });
  expect(bodyOf(await built.token(built.redemption()))).toEqual({
    error: 'invalid_client',
    error_description: 'The user pool has no domain, and without one no OAuth 2.0 endpoints.',
  });
});
