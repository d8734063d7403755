import { password } from '../pool-builder';
import { email, redirectUri } from './oauth-pool';
import { buildPagesPool, codeOf, state, type PagesPool } from './pages-pool';

let pool: PagesPool;
beforeEach(async () => {
  pool = await buildPagesPool();
});
afterEach(() => pool.close());

type Changes = Readonly<Record<string, string | undefined>>;

test.each<[string, () => Changes, string]>([
  ['an unknown client', () => ({ client_id: 'nobody' }), 'unknown_client'],
  ['no client', () => ({ client_id: undefined }), 'invalid_request'],
  ['a client without managed login', () => ({ client_id: pool.client('app').id }), 'no_oauth'],
  ['an address that is not registered', () => ({ redirect_uri: 'https://evil.example.com/' }), 'redirect_mismatch'],
  ['a registered address with more behind it', () => ({ redirect_uri: `${redirectUri}/x` }), 'redirect_mismatch'],
  ['a registered address with a query', () => ({ redirect_uri: `${redirectUri}?x=1` }), 'redirect_mismatch'],
  ['an address of another case', () => ({ redirect_uri: redirectUri.toUpperCase() }), 'redirect_mismatch'],
])('%s is led to an error page and nowhere else', async (_what, changes, reason) => {
  const at = await pool.browser().open(pool.authorize(changes()));
  expect(at.path).toMatch(/^\/error\?error=(invalid_request|redirect_mismatch)/);
  expect(at.status).toBe(400);
  expect(at.body.includes(`<code>${reason}</code>`)).toBe(true);
  expect(at.forms).toEqual([]);
});

test('an address that is there twice is led to an error page', async () => {
  const at = await pool.browser().open(`${pool.authorize()}&redirect_uri=https%3A%2F%2Fevil.example.com`);
  expect(at.path).toMatch(/^\/error\?error=invalid_request/);
});

test('a pool without a domain has no managed login', async () => {
  await pool.close();
  pool = await buildPagesPool({ domain: false });
  const at = await pool.browser().open(pool.authorize());
  expect(at.body.includes('<code>no_domain</code>')).toBe(true);
});

test.each<[string, Changes, string]>([
  ['no response type', { response_type: undefined }, 'invalid_request'],
  ['an unknown response type', { response_type: 'id_token' }, 'invalid_request'],
  ['a scope that the client is not allowed', { scope: 'openid orders/write' }, 'invalid_scope'],
  ['a scope of attributes without openid', { scope: 'email' }, 'invalid_scope'],
  ['PKCE without a method', { code_challenge_method: undefined }, 'invalid_request'],
  ['PKCE with the method plain', { code_challenge_method: 'plain' }, 'invalid_request'],
  ['a challenge that is no digest', { code_challenge: 'abc' }, 'invalid_request'],
  ['a method without a challenge', { code_challenge: undefined }, 'invalid_request'],
  ['an unknown prompt', { prompt: 'create' }, 'invalid_request'],
  ['prompt none beside another', { prompt: 'none login' }, 'invalid_request'],
  ['prompt none without a session', { prompt: 'none' }, 'login_required'],
  ['another identity provider', { identity_provider: 'Google' }, 'invalid_request'],
  ['a resource', { resource: 'https://api.example.com' }, 'invalid_target'],
  ['an age that is no number', { max_age: '-1' }, 'invalid_request'],
])('the app is told of %s', async (_what, changes, expected) => {
  const { left } = await pool.browser().open(pool.authorize(changes));
  expect(`${left?.origin ?? ''}${left?.pathname ?? ''}`).toBe(redirectUri);
  expect(left?.searchParams.get('error')).toBe(expected);
  expect(left?.searchParams.get('error_description')).toMatch(/\w/);
  expect(left?.searchParams.get('state')).toBe(state);
});

test.each<['implicit' | 'code', string]>([
  ['code', 'unauthorized_client'],
  ['implicit', 'unsupported_response_type'],
])('tokens in the address are refused by name for a client with the %s grant, in the fragment', async (flow, error) => {
  await pool.close();
  pool = await buildPagesPool({ clients: { web: { oauth: { flows: [flow] } } } });
  const { left } = await pool.browser().open(pool.authorize({ response_type: 'token' }));
  expect(new URLSearchParams(left?.hash.slice(1)).get('error')).toBe(error);
  expect(left?.search).toBe('');
});

test.each<[string, Changes]>([
  [
    'without PKCE, which the service demands of nobody',
    { code_challenge: undefined, code_challenge_method: undefined },
  ],
  ['without a redirect_uri where there is one alone', { redirect_uri: undefined }],
  ['without state', { state: undefined }],
  ['with the identity provider of the pool itself', { identity_provider: 'COGNITO' }],
])('a request is good %s', async (_what, changes) => {
  expect((await pool.browser().open(pool.authorize(changes))).path).toMatch(/^\/login\?/);
});

test('a redirect_uri that has a query keeps it', async () => {
  await pool.close();
  const withQuery = `${redirectUri}?tenant=a%20b`;
  pool = await buildPagesPool({ clients: { web: { oauth: { callbackUrls: [withQuery] } } } });
  const { left } = await pool.browser().open(pool.authorize({ redirect_uri: withQuery, prompt: 'none' }));
  expect(left?.href).toContain(`${withQuery}&error=login_required`);
});

test('a redirect_uri with letters beyond ASCII is reached', async () => {
  await pool.close();
  const beyond = `${redirectUri}/größe/☃`;
  pool = await buildPagesPool({ clients: { web: { oauth: { callbackUrls: [beyond] } } } });
  const { left } = await pool.browser().open(pool.authorize({ redirect_uri: beyond, prompt: 'none' }));
  expect(left?.href).toContain(`${encodeURI(beyond)}?error=login_required`);
});

test('login_hint fills in the name', async () => {
  const at = await pool.browser().open(pool.authorize({ login_hint: '"><b>ada' }));
  expect(at.forms[0]?.fields['username']).toBe('"><b>ada');
  expect(at.body.includes('<b>')).toBe(false);
});

describe('who is signed in at the browser', () => {
  const signIn = async () => {
    const browser = pool.browser();
    codeOf(await browser.submit(await browser.open(pool.authorize()), { username: email, password }));
    return browser;
  };

  test('signs in to another client without a page, as the same user at the same time', async () => {
    const browser = await signIn();
    pool.clock.advance({ minutes: 59 });
    const { id } = pool.client('other');
    const code = codeOf(await browser.open(pool.authorize({ client_id: id, prompt: 'none', scope: 'openid' })));
    const authenticated = pool.clock.now() - 59 * 60_000;
    const redeemed = pool.pool.authorizationCodes.redeem(code);
    expect(redeemed).toMatchObject({ clientId: id, username: pool.username, scopes: ['openid'], authenticated });
  });

  test.each<[string, Changes, () => unknown]>([
    ['after an hour', {}, () => pool.clock.advance({ hours: 1 })],
    ['for prompt login', { prompt: 'login' }, () => undefined],
    ['for max_age that has passed', { max_age: '60' }, () => pool.clock.advance({ minutes: 1 })],
    ['when disabled', {}, () => pool.callAsAdmin('AdminDisableUser', { Username: email })],
    ['when deleted', {}, () => pool.callAsAdmin('AdminDeleteUser', { Username: email })],
  ])('signs in again %s', async (_when, changes, happens) => {
    const browser = await signIn();
    await happens();
    expect((await browser.open(pool.authorize(changes))).path).toMatch(/^\/login\?/);
  });

  test('stays so after a global sign-out, which ends tokens alone', async () => {
    const browser = await signIn();
    await pool.callAsAdmin('AdminUserGlobalSignOut', { Username: email });
    codeOf(await browser.open(pool.authorize()));
  });

  test('is so in this browser alone, by a cookie that no script can read', async () => {
    const browser = await signIn();
    const [name, value] = [...browser.cookies].find(([each]) => each.startsWith('cognito_')) ?? [];
    expect(name).toBe(`cognito_${pool.pool.id}`);
    expect(browser.setCookies.filter((each) => each.startsWith('cognito_'))).toEqual([
      `${String(name)}=${String(value)}; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax`,
    ]);
    expect(value).toMatch(/^[\w-]{43}$/);
    expect((await pool.browser().open(pool.authorize())).path).toMatch(/^\/login\?/);
  });
});
