import {
  AssociateSoftwareTokenCommand,
  CognitoIdentityProviderClient,
  ConfirmSignUpCommand,
  InitiateAuthCommand,
  SetUserMFAPreferenceCommand,
  SignUpCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Browser, Page } from 'playwright-core';
import { systemClock } from '../../lib/local-pool/clock';
import { totpCode } from '../local-pool/totp-code';
import { accessibilityFindings } from './accessibility';
import { newProfile, startChromium } from './chromium';
import { picture, windows } from './pictures';
import { servePool, type ServedPool } from './served-pool';

const email = 'ada@example.com';
const password = 'Correct-Horse-9-Battery';

describe('the desk', () => {
  let local: ServedPool;
  let browser: Browser;
  let page: Page;
  let strangers: readonly string[];
  let cognito: CognitoIdentityProviderClient;

  beforeAll(async () => {
    [local, browser] = await Promise.all([servePool('dev'), startChromium()]);
    const opened = await newProfile(browser, { colorScheme: 'light', viewport: windows.desktop });
    ({ strangers } = opened);
    page = await opened.profile.newPage();
    cognito = new CognitoIdentityProviderClient({ region: 'eu-west-1', endpoint: local.origin });
    await page.goto(local.origin);
  });
  afterAll(async () => {
    cognito.destroy();
    await browser.close();
    await local.close();
  });

  test('shows a message, its code and the request that it comes from, without being loaded again', async () => {
    const ClientId = local.clientId('legacy');
    await cognito.send(new SignUpCommand({ ClientId, Username: email, Password: password }));
    const row = page.locator('#messages tr').filter({ hasText: email });
    await row.waitFor();
    expect(await row.locator('code').innerText()).toBe(await local.codeTo(email));
    await page.locator('#entries tr').filter({ hasText: 'SignUp' }).filter({ hasText: 'request' }).waitFor();
  });

  test('shows the run of a trigger, a refusal and the challenge that a sign-in was asked', async () => {
    const ClientId = local.clientId('legacy');
    const signIn = new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: email, PASSWORD: password },
    });
    await expect(cognito.send(signIn)).rejects.toThrow('not confirmed');
    const ConfirmationCode = await local.codeTo(email);
    await cognito.send(new ConfirmSignUpCommand({ ClientId, Username: email, ConfirmationCode }));
    const { AuthenticationResult: { AccessToken } = {} } = await cognito.send(signIn);
    const { SecretCode } = await cognito.send(new AssociateSoftwareTokenCommand({ AccessToken }));
    const UserCode = totpCode(SecretCode, systemClock);
    await cognito.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }));
    const preference = { Enabled: true, PreferredMfa: true };
    await cognito.send(new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings: preference }));
    await cognito.send(signIn);
    const entries = page.locator('#entries tr');
    await entries.filter({ hasText: 'PostConfirmation_ConfirmSignUp' }).filter({ hasText: 'returned' }).waitFor();
    await entries.filter({ hasText: '400 UserNotConfirmedException' }).waitFor();
    await entries.filter({ hasText: '200 SOFTWARE_TOKEN_MFA' }).waitFor();
  });

  test('can be read in both windows, in light and in dark, and axe-core finds nothing', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const window of ['phone', 'desktop'] as const) {
        expect(await picture(page, `desk-${colorScheme}`, window)).toBe(0);
        expect(await accessibilityFindings(page)).toEqual([]);
      }
    }
  });

  test('leads by the keyboard alone to a pool with its users, clients and settings', async () => {
    const address = await page.getByRole('link', { name: 'userpool-dev' }).getAttribute('href');
    while ((await page.evaluate("document.activeElement?.getAttribute('href')")) !== address)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'App clients' }).waitFor();
    await page.getByRole('cell', { name: 'PASSWORD, SOFTWARE_TOKEN_MFA (preferred)' }).waitFor();
    await page.getByText('Snippets').first().click();
    expect(await accessibilityFindings(page)).toEqual([]);
    for (const window of ['phone', 'desktop'] as const) expect(await picture(page, 'desk-pool', window)).toBe(0);
  });

  test('masks a client secret until it is asked for', async () => {
    const [client] = [...local.pool.clients.values()].filter(({ secret }) => secret !== undefined);
    const secret = client?.secret ?? '';
    expect(await page.content()).not.toContain(secret);
    await page.locator(`article[id="${client?.id}"]`).getByRole('link', { name: 'Show' }).click();
    await page.getByText(secret).waitFor();
  });

  test('tells its events to no page of another origin', async () => {
    const [own, other] = await Promise.all(
      ['same-origin', 'cross-site'].map((site) =>
        fetch(`${local.origin}/desk/events`, { headers: { 'Sec-Fetch-Site': site } }),
      ),
    );
    expect([own?.status, other?.status]).toEqual([200, 404]);
    await Promise.all([own?.body?.cancel(), other?.body?.cancel()]);
    expect(strangers).toEqual([]);
  });
});
