import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { password } from '../pool-builder';
import { totpCode } from '../totp-code';
import type { Browser, Location } from './browser';
import { bodyOf, email, redirectUri, verifier, type Claims } from './oauth-pool';
import { buildPagesPool, codeOf, state, type PagesPool } from './pages-pool';

/**
 * J14 of docs/journeys.md: a user of a confidential web application signs in at the pages with TOTP. The service lets no
 * program at its pages (developer guide, "Managed login endpoints"), so that the journey is run against this pool alone.
 */
const goodbye = 'https://app.example.com/goodbye';
let pool: PagesPool;
let browser: Browser;

beforeEach(async () => {
  pool = await buildPagesPool({
    settings: { mfa: { mode: 'ON', factors: ['SOFTWARE_TOKEN_MFA'] } },
    clients: { server: { oauth: { logoutUrls: [goodbye] } } },
  });
  browser = pool.browser();
});
afterEach(() => pool.close());

const server = () => pool.client('server');
const authorize = () => pool.authorize({ client_id: server().id, nonce: 'n-0S6', scope: 'openid email' });

/** The application's own requests, which a browser has no part in. */
async function post(path: string, fields: Readonly<Record<string, string>>, secret = server().secret ?? '') {
  const basic = Buffer.from(`${server().id}:${secret}`).toString('base64');
  const at = await pool.browser({ authorization: `Basic ${basic}` }).post(path, fields);
  return { status: at.status, body: at.body === '' ? {} : bodyOf({ status: at.status, headers: {}, body: at.body }) };
}
const redeem = (code: string, changes: Readonly<Record<string, string>> = {}, secret?: string) =>
  post(
    '/oauth2/token',
    { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier, ...changes },
    secret,
  );

/** The first sign-in, in which the user enrols an authenticator. */
async function enrol(): Promise<{ readonly code: string; readonly secretCode: string }> {
  const asked = await browser.submit(await browser.open(authorize()), { username: email, password });
  const [, secretCode = ''] = /<code id="secret">(\w+)</.exec(asked.body) ?? [];
  return { code: codeOf(await browser.submit(asked, { code: totpCode(secretCode, pool.clock, -1) })), secretCode };
}

async function signIn(secretCode: string): Promise<Location> {
  const asked = await browser.submit(await browser.open(authorize()), { username: email, password });
  expect(asked.title).toBe('Enter your code');
  return browser.submit(asked, { code: totpCode(secretCode, pool.clock) });
}

async function verified(token: unknown, audience?: string): Promise<Claims> {
  const { body } = await browser.open(`/${pool.pool.id}/.well-known/jwks.json`);
  const keys = createLocalJWKSet(JSON.parse(body) as JSONWebKeySet);
  const currentDate = new Date(pool.clock.now());
  const expected = { issuer: pool.pool.issuer, currentDate, ...(audience !== undefined && { audience }) };
  return (await jwtVerify(String(token), keys, expected)).payload;
}

test('enrolment with the QR code, sign-out, sign-in with TOTP, tokens, userInfo, refresh, revocation, sign-out', async () => {
  const { secretCode } = await enrol();
  const leave = `/logout?${new URLSearchParams({ client_id: server().id, logout_uri: goodbye }).toString()}`;
  expect((await browser.open(leave)).left?.href).toBe(goodbye);

  const tokens = await redeem(codeOf(await signIn(secretCode)));
  expect(tokens.body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
  expect(await verified(tokens.body['id_token'], server().id)).toMatchObject({
    email,
    nonce: 'n-0S6',
    token_use: 'id',
  });
  expect(await verified(tokens.body['access_token'])).toMatchObject({ scope: 'openid email', client_id: server().id });

  const bearer = (token: unknown) => pool.browser({ authorization: `Bearer ${String(token)}` });
  const about = await bearer(tokens.body['access_token']).open('/oauth2/userInfo');
  expect(JSON.parse(about.body)).toMatchObject({ email, email_verified: 'true' });

  const refreshToken = String(tokens.body['refresh_token']);
  const refresh = () => post('/oauth2/token', { grant_type: 'refresh_token', refresh_token: refreshToken });
  const refreshed = await refresh();
  expect(await verified(refreshed.body['id_token'], server().id)).toMatchObject({ email });

  expect((await post('/oauth2/revoke', { token: refreshToken })).status).toBe(200);
  expect(await refresh()).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  expect((await bearer(tokens.body['access_token']).open('/oauth2/userInfo')).status).toBe(401);

  // The session of the browser is another thing than the tokens, and ends by itself.
  codeOf(await browser.open(authorize()));
  expect((await browser.open(leave)).left?.href).toBe(goodbye);
  expect((await browser.open(authorize())).path).toMatch(/^\/login\?/);
});

describe('refused', () => {
  test('a redirect_uri that is not registered', async () => {
    const at = await browser.open(pool.authorize({ client_id: server().id, redirect_uri: 'https://evil.example.com' }));
    expect(at.path).toMatch(/^\/error\?error=redirect_mismatch&/);
  });

  test('a code that was used', async () => {
    const { code } = await enrol();
    expect((await redeem(code)).status).toBe(200);
    expect(await redeem(code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  test('a wrong verifier, which spends the code', async () => {
    const { code } = await enrol();
    const wrong = { code_verifier: 'x'.repeat(43) };
    expect(await redeem(code, wrong)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(await redeem(code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  test('a wrong client secret', async () => {
    const { code } = await enrol();
    expect(await redeem(code, {}, 'wrong')).toMatchObject({ status: 400, body: { error: 'invalid_client' } });
  });

  test('a state that is not the one of the application is not what it gets back', async () => {
    await enrol();
    const at = await browser.open(pool.authorize({ client_id: server().id, state: `${state}&code=x` }));
    expect(at.left?.searchParams.get('state')).toBe(`${state}&code=x`);
    expect(at.left?.searchParams.getAll('code')).toHaveLength(1);
  });
});
