import { password } from '../pool-builder';
import type { Browser } from './browser';
import { email, redirectUri } from './oauth-pool';
import { buildPagesPool, codeOf, type PagesPool } from './pages-pool';

const goodbye = 'https://app.example.com/goodbye';
let pool: PagesPool;
let browser: Browser;

beforeEach(async () => {
  pool = await buildPagesPool({ clients: { web: { oauth: { logoutUrls: [goodbye] } } } });
  browser = pool.browser();
  codeOf(await browser.submit(await browser.open(pool.authorize()), { username: email, password }));
});
afterEach(() => pool.close());

const logout = (parameters: Readonly<Record<string, string>>) =>
  browser.open(`/logout?${new URLSearchParams({ client_id: pool.client('web').id, ...parameters }).toString()}`);
const isSignedIn = async () => (await browser.open(pool.authorize())).path === undefined;

test('a sign-out ends the session of the browser and goes to the registered address', async () => {
  const planted = new Map(browser.cookies);
  expect((await logout({ logout_uri: goodbye })).left?.href).toBe(goodbye);
  expect(await isSignedIn()).toBe(false);
  // The cookie is worth nothing either, should somebody have kept it.
  planted.forEach((value, name) => browser.cookies.set(name, value));
  expect(await isSignedIn()).toBe(false);
});

test('a sign-out with the parameters of an authorization request goes on to the sign-in page', async () => {
  const at = await logout({ redirect_uri: redirectUri, response_type: 'code', state: 'x' });
  expect(at.path).toMatch(/^\/login\?.*redirect_uri=/);
  expect(await isSignedIn()).toBe(false);
});

test.each<[string, Readonly<Record<string, string>>]>([
  ['an address that is not registered', { logout_uri: 'https://evil.example.com/' }],
  ['a registered address with more behind it', { logout_uri: `${goodbye}.evil.example.com` }],
  ['an address for callbacks', { logout_uri: redirectUri }],
  ['an unregistered redirect_uri', { redirect_uri: 'https://evil.example.com/', response_type: 'code' }],
  ['no address at all, though the client has one callback alone', {}],
  ['an address of an unknown client', { client_id: 'nobody', logout_uri: goodbye }],
])('a sign-out to %s goes nowhere and ends nothing', async (_what, parameters) => {
  expect((await logout(parameters)).path).toMatch(/^\/error\?/);
  expect(await isSignedIn()).toBe(true);
});
