import type { Browser, BrowserContext, Page } from 'playwright-core';
import { systemClock } from '../../lib/local-pool/clock';
import { totpCode } from '../local-pool/totp-code';
import { accessibilityFindings } from './accessibility';
import { newProfile, startChromium } from './chromium';
import { picture } from './pictures';
import { servePool, type ServedPool } from './served-pool';

const email = 'ada@example.com';
const password = 'Correct-Horse-9-Battery';

describe('the sample application, which signs in with aws-amplify', () => {
  let local: ServedPool;
  let browser: Browser;
  let profile: BrowserContext;
  let strangers: readonly string[];
  let page: Page;
  let secret: string;
  const problems: string[] = [];

  beforeAll(async () => {
    [local, browser] = await Promise.all([servePool('dev'), startChromium()]);
    ({ profile, strangers } = await newProfile(browser));
    page = await profile.newPage();
    page.on('pageerror', ({ message }) => problems.push(message));
    await page.goto(`${local.origin}/sample`);
  });
  afterAll(async () => {
    await browser.close();
    await local.close();
  });

  const heading = (name: string) => page.getByRole('heading', { name }).waitFor();
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const enter = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);

  /** axe-core finds nothing, and nobody must scroll sideways. */
  async function look(): Promise<void> {
    expect(await accessibilityFindings(page)).toEqual([]);
    const name = `sample-${(await page.getByRole('heading', { level: 2 }).first().innerText()).toLowerCase().replaceAll(' ', '-')}`;
    for (const window of ['phone', 'desktop'] as const) expect(await picture(page, name, window)).toBe(0);
  }

  async function signIn(): Promise<void> {
    await heading('Sign in');
    await enter('User name or e-mail address', email);
    await enter('Password', password);
    await press('Sign in');
  }

  test('signs a user up, with the code from the inbox, and in', async () => {
    await heading('Sign in');
    await press('Create an account');
    await enter('User name or e-mail address', email);
    await enter('E-mail address', email);
    await enter('Password', password);
    await press('Create account');
    await heading('Confirm your account');
    await look();
    await enter('Code', await local.codeTo(email));
    await press('Confirm');
    // Amplify signs in by itself where the client allows that, and otherwise asks for the password.
    const signedIn = await Promise.race([
      heading('Signed in').then(() => true),
      page
        .getByRole('button', { name: 'Forgotten password' })
        .waitFor()
        .then(() => false),
    ]);
    if (!signedIn) await signIn();
    await heading('Signed in');
  });

  test('sets up an authenticator, of which the QR code and the key as text are shown', async () => {
    await press('Set up an authenticator');
    await heading('Set up an authenticator');
    expect(await page.getByRole('img', { name: 'QR code for an authenticator' }).locator('svg').count()).toBe(1);
    secret = await page.locator('#totp-secret').innerText();
    await look();
    await enter('Code', totpCode(secret, systemClock, -1));
    await press('Verify');
    await page.getByText('Your authenticator is asked for a code.').waitFor();
  });

  test('says what is wrong with a code, and lets the user try again', async () => {
    await press('Sign out');
    await signIn();
    await heading('Code of your authenticator');
    await enter('Code', '000000');
    await press('Continue');
    await page.getByRole('alert').filter({ hasText: /code/i }).waitFor();
    await enter('Code', totpCode(secret, systemClock, 0));
    await press('Continue');
    await heading('Signed in');
  });

  test('remembers the device, after which no code is asked for', async () => {
    await press('Remember this device');
    await page.getByRole('cell').first().waitFor();
    await look();
    await press('Sign out');
    await signIn();
    await heading('Signed in');
  });

  test('lists the device and forgets it, after which the code is asked for again', async () => {
    await press('Forget');
    await page.getByText('None yet.').waitFor();
    await press('Sign out');
    await signIn();
    await heading('Code of your authenticator');
  });

  test('asks nothing of any other machine, and throws nothing', () => {
    expect(strangers).toEqual([]);
    expect(problems).toEqual([]);
  });
});
