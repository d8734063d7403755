import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { systemClock } from '../../lib/local-pool/clock';
import { totpCode } from '../local-pool/totp-code';
import { serveApplication, type ApplicationServer } from './application-server';
import { newProfile, startChromium } from './chromium';
import { servePool, type ServedPool } from './served-pool';

const email = 'ada@example.com';
const password = 'Correct-Horse-9-Battery';

const fieldOf = (page: Page, name: string) => page.locator(`input[name="${name}"]`);

/** The application, told which pool and client it has. */
async function open(page: Page, application: ApplicationServer, local: ServedPool): Promise<void> {
  const query = new URLSearchParams({ pool: local.pool.id, client: local.clientId('web'), endpoint: local.origin });
  await page.goto(`${application.origin}/?${query.toString()}`);
}

async function signUp(page: Page, local: ServedPool): Promise<void> {
  const field = (name: string) => fieldOf(page, name);
  await page.getByRole('tab', { name: 'Create Account' }).click();
  await field('username').fill(email);
  if ((await field('email').count()) > 0) await field('email').fill(email);
  await field('password').fill(password);
  await field('confirm_password').fill(password);
  await page.locator('button[type="submit"]').click();
  await field('confirmation_code').waitFor();
  await field('confirmation_code').fill(await local.codeTo(email));
  await page.locator('button[type="submit"]').click();
}

describe('the Authenticator of @aws-amplify/ui-react, unmodified', () => {
  let local: ServedPool;
  let application: ApplicationServer;
  let browser: Browser;
  let page: Page;
  let strangers: readonly string[];
  let secret: string;

  beforeAll(async () => {
    [local, browser, application] = await Promise.all([
      servePool('dev'),
      startChromium(),
      serveApplication(join(__dirname, 'authenticator-app', 'app.ts')),
    ]);
    const opened = await newProfile(browser);
    ({ strangers } = opened);
    page = await opened.profile.newPage();
    await open(page, application, local);
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([local.close(), application.close()]);
  });

  const signedIn = () => page.getByRole('heading', { name: 'Signed in as' }).waitFor();
  const field = (name: string) => fieldOf(page, name);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  async function signIn(): Promise<void> {
    await field('username').fill(email);
    await field('password').fill(password);
    await page.locator('button[type="submit"]').click();
  }

  test('signs a user up, takes the code from the inbox, and signs in', async () => {
    await signUp(page, local);
    await signedIn();
  });

  test('registers an authenticator, and asks for its code at the next sign-in', async () => {
    await press('Use an authenticator');
    await page
      .locator('#secret')
      .filter({ hasText: /^[A-Z2-7]+$/ })
      .waitFor();
    secret = await page.locator('#secret').innerText();
    await page.getByLabel('First code').fill(totpCode(secret, systemClock, -1));
    await page.locator('#secret').filter({ hasText: 'done' }).waitFor();
    await press('Sign out');
    await signIn();
    await field('confirmation_code').waitFor();
    await field('confirmation_code').fill(totpCode(secret, systemClock, 0));
    await page.locator('button[type="submit"]').click();
    await signedIn();
  });

  test('asks nothing of any other machine', () => {
    expect(strangers).toEqual([]);
  });
});

describe('the Authenticator where the pool demands a second factor', () => {
  let local: ServedPool;
  let application: ApplicationServer;
  let browser: Browser;

  beforeAll(async () => {
    [local, browser, application] = await Promise.all([
      servePool('mfa-required'),
      startChromium(),
      serveApplication(join(__dirname, 'authenticator-app', 'app.ts')),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([local.close(), application.close()]);
  });

  test('shows the QR code of MFA_SETUP, takes the first code and signs in', async () => {
    const { profile } = await newProfile(browser);
    const page = await profile.newPage();
    await open(page, application, local);
    await signUp(page, local);
    await page.locator('img[alt="qr code"]').waitFor();
    const secret = await page.locator('.amplify-authenticator, [data-amplify-authenticator]').innerText();
    const [key = ''] = /[A-Z2-7]{32,}/.exec(secret) ?? [];
    await fieldOf(page, 'confirmation_code').fill(totpCode(key, systemClock, 0));
    await page.locator('button[type="submit"]').click();
    await page.getByRole('heading', { name: 'Signed in as' }).waitFor();
  });
});
