import { password } from '../pool-builder';
import type { Browser, Location } from './browser';
import { email } from './oauth-pool';
import { buildPagesPool, codeOf, type PagesPool } from './pages-pool';

const newcomer = 'grace@example.com';
let pool: PagesPool;
let browser: Browser;

beforeEach(async () => {
  pool = await buildPagesPool();
  browser = pool.browser();
});
afterEach(() => pool.close());

/** Follows the link of the sign-in page that leads there. */
async function pageOf(path: string): Promise<Location> {
  const { links } = await browser.open(pool.authorize());
  return browser.open(links.find((link) => link.startsWith(`${path}?`)) ?? '/none');
}
const signUp = async () => browser.submit(await pageOf('/signup'), { username: newcomer, password });

describe('a sign-up', () => {
  test('is confirmed with the code of the inbox, and the user is signed in', async () => {
    const asked = await signUp();
    expect(asked.path).toMatch(/^\/confirm\?/);
    expect(asked.body.includes('sent to g***@e***.')).toBe(true);
    const refused = await browser.submit(asked, { code: '000000' });
    expect(refused.notice).toBe('The code is wrong. Check it and try again.');
    codeOf(await browser.submit(refused, { code: pool.newestCode() }));
    expect(pool.pool.requireUser(newcomer)).toMatchObject({ status: 'CONFIRMED' });
    // The session holds, too.
    codeOf(await browser.open(pool.authorize({ prompt: 'none' })));
  });

  test('with MFA required goes on to its enrolment', async () => {
    await pool.close();
    pool = await buildPagesPool({ settings: { mfa: { mode: 'ON', factors: ['SOFTWARE_TOKEN_MFA'] } } });
    browser = pool.browser();
    const next = await browser.submit(await signUp(), { code: pool.newestCode() });
    expect(next.title).toBe('Set up a second step');
  });

  test('gets another code on request, and the one before it stops working', async () => {
    const asked = await signUp();
    const first = pool.newestCode();
    const again = await browser.submit(asked, {}, 1);
    expect(again.notice).toBe('A new code is on its way.');
    expect((await browser.submit(again, { code: first })).notice).toMatch(/^The code is wrong/);
    codeOf(await browser.submit(again, { code: pool.newestCode() }));
  });

  test('of a user that was replaced in the meantime lets nobody in', async () => {
    const asked = await signUp();
    await pool.callAsAdmin('AdminDeleteUser', { Username: newcomer });
    await pool.callAs('web', 'SignUp', { Username: newcomer, Password: 'Stranger-Horse-9' });
    const at = await browser.submit(asked, { code: pool.newestCode() });
    expect(at.left).toBeUndefined();
    expect(at.path).toMatch(/^\/login\?/);
  });

  test('keeps what was typed when it is refused, but the password', async () => {
    const at = await browser.submit(await pageOf('/signup'), { username: newcomer, password: 'short' });
    expect(at.notice).toMatch(/^The password is not allowed\. Password/);
    expect(at.forms[0]?.inputs.map(({ name, value, autocomplete }) => [name, value, autocomplete])).toEqual([
      ['username', newcomer, 'username'],
      ['password', undefined, 'new-password'],
    ]);
  });

  test('of a name that is taken says so, as the service does whatever the client masks', async () => {
    const at = await browser.submit(await pageOf('/signup'), { username: email, password });
    expect(at.notice).toBe('An account with that name exists already.');
  });

  test('is confirmed later by who signs in without having confirmed', async () => {
    await signUp();
    const code = pool.newestCode();
    const other = pool.browser();
    const asked = await other.submit(await other.open(pool.authorize()), { username: newcomer, password });
    expect(asked.notice).toBe('Your account is not confirmed yet.');
    const confirmed = await other.submit(asked, { code });
    // That browser did not choose the password: it has to be entered.
    expect(confirmed.notice).toBe('Your account is confirmed. Sign in.');
    expect(confirmed.forms[0]?.fields['username']).toBe(newcomer);
  });

  test('is neither offered nor possible where administrators make the accounts', async () => {
    const at = await pageOf('/signup');
    pool.pool.settings = { ...pool.pool.settings, adminCreateUserOnly: true };
    expect((await browser.open(pool.authorize())).links.some((link) => link.startsWith('/signup'))).toBe(false);
    const refused = await browser.submit(at, { username: newcomer, password });
    expect(refused.notice).toBe('Accounts are made by administrators only.');
  });
});

describe('a forgotten password', () => {
  const chosen = 'Another-Horse-10';
  const ask = async () => browser.submit(await pageOf('/forgotPassword'), { username: email });

  test('is replaced with the code of the inbox, and the user signs in with the new one', async () => {
    const asked = await ask();
    expect(asked.path).toMatch(/^\/confirmforgotPassword\?/);
    const refused = await browser.submit(asked, { code: pool.newestCode(), password: 'short' });
    expect(refused.notice).toMatch(/^The password is not allowed/);
    const done = await browser.submit(refused, { code: pool.newestCode(), password: chosen });
    expect(done.notice).toBe('Your password is changed. Sign in with it.');
    codeOf(await browser.submit(done, { password: chosen }));
  });

  test('has eight minutes', async () => {
    const asked = await ask();
    pool.clock.advance({ minutes: 8 });
    const late = await browser.submit(asked, { code: pool.newestCode(), password: chosen });
    expect(late.path).toMatch(/^\/login\?/);
    expect(late.notice).toBe('This sign-in is over. Start again.');
  });

  test('that an administrator reset is chosen anew at the sign-in', async () => {
    await pool.callAsAdmin('AdminResetUserPassword', { Username: email });
    const code = pool.newestCode();
    const asked = await browser.submit(await browser.open(pool.authorize()), { username: email, password });
    expect(asked.notice).toMatch(/^Your password was reset/);
    const done = await browser.submit(asked, { code, password: chosen });
    codeOf(await browser.submit(done, { password: chosen }));
  });

  test('is not offered where only administrators recover accounts', async () => {
    pool.pool.settings = { ...pool.pool.settings, accountRecovery: ['admin_only'] };
    expect((await browser.open(pool.authorize())).links.some((link) => link.startsWith('/forgot'))).toBe(false);
  });
});
