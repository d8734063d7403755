/* eslint-disable @typescript-eslint/no-deprecated -- openid-client marks so what is for local development, as here. */
import {
  AdminCreateUserCommand,
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  SetUserPoolMfaConfigCommand,
  UpdateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import * as openid from 'openid-client';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { systemClock } from '../../lib/local-pool/clock';
import { totpCode } from '../local-pool/totp-code';
import { accessibilityFindings } from './accessibility';
import { servePage, type ApplicationServer } from './application-server';
import { newProfile, startChromium } from './chromium';
import { picture } from './pictures';
import { servePool, type ServedPool } from './served-pool';

const password = 'Correct-Horse-9-Battery';

describe('managed login in a browser', () => {
  let local: ServedPool;
  let browser: Browser;
  /** What takes the user back, and the client that asks for it. */
  let callback: ApplicationServer;
  let application: openid.Configuration;
  let cognito: CognitoIdentityProviderClient;
  /** The authenticators of the users, by their addresses. */
  const secrets = new Map<string, string>();

  beforeAll(async () => {
    [local, browser, callback] = await Promise.all([
      servePool('dev'),
      startChromium(),
      servePage('<!doctype html><title>Application</title><h1>Application</h1>'),
    ]);
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    cognito = new CognitoIdentityProviderClient({ endpoint: local.origin, region: 'eu-west-1', credentials });
    application = await openid.discovery(
      new URL(local.pool.issuer),
      local.clientId('web'),
      undefined,
      openid.None(),
      // A local issuer is plain http.
      { execute: [openid.allowInsecureRequests] },
    );
    await moveApplication();
    // Whoever has no second factor is asked to register one.
    await cognito.send(
      new SetUserPoolMfaConfigCommand({
        UserPoolId: local.pool.id,
        MfaConfiguration: 'ON',
        SoftwareTokenMfaConfiguration: { Enabled: true },
      }),
    );
  });
  afterAll(async () => {
    cognito.destroy();
    await browser.close();
    await Promise.all([local.close(), callback.close()]);
  });

  /** The application at the port that was free, by the call with which an administrator would do it. */
  async function moveApplication(): Promise<void> {
    const named = { UserPoolId: local.pool.id, ClientId: local.clientId('web') };
    const { UserPoolClient } = await cognito.send(new DescribeUserPoolClientCommand(named));
    const urls = { CallbackURLs: [`${callback.origin}/signed-in`], LogoutURLs: [`${callback.origin}/`] };
    await cognito.send(new UpdateUserPoolClientCommand({ ...UserPoolClient, ...named, ...urls }));
  }

  const open = async (options: BrowserContextOptions = {}): Promise<Page> =>
    (await newProfile(browser, options)).profile.newPage();

  interface Asked {
    readonly url: string;
    readonly redeem: (page: Page) => Promise<openid.TokenEndpointResponse & openid.TokenEndpointResponseHelpers>;
  }

  /** What the application asks for, with PKCE and state (RFC 7636), and how it redeems what comes back. */
  async function ask(further: Readonly<Record<string, string>> = {}): Promise<Asked> {
    const pkceCodeVerifier = openid.randomPKCECodeVerifier();
    const expectedState = openid.randomState();
    const url = openid.buildAuthorizationUrl(application, {
      redirect_uri: `${callback.origin}/signed-in`,
      scope: 'openid email',
      state: expectedState,
      code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
      ...further,
    });
    return {
      url: url.href,
      redeem: (page) =>
        openid.authorizationCodeGrant(application, new URL(page.url()), { pkceCodeVerifier, expectedState }),
    };
  }

  const arrived = (page: Page) => page.getByRole('heading', { name: 'Application' }).waitFor();
  const submit = (page: Page) => page.locator('main button[type="submit"]').first().click();

  async function look(page: Page, name: string): Promise<void> {
    expect({ name, findings: await accessibilityFindings(page) }).toEqual({ name, findings: [] });
    for (const window of ['phone', 'desktop'] as const)
      expect({ name, wider: await picture(page, `managed-login-${name}`, window) }).toEqual({ name, wider: 0 });
  }

  async function signUp(page: Page, email: string): Promise<void> {
    await page.getByRole('link', { name: 'Create an account' }).click();
    await page.locator('input[name="email"], input[name="username"]').first().fill(email);
    await page.locator('input[name="password"]').fill(password);
    await submit(page);
    await page.locator('input[name="code"]').fill(await local.codeTo(email));
    await submit(page);
  }

  async function signIn(page: Page, email: string): Promise<void> {
    await page.locator('input[name="username"]').fill(email);
    await page.locator('input[name="password"]').fill(password);
    await submit(page);
  }

  async function enrol(page: Page, email: string): Promise<void> {
    const secret = await page.locator('#secret').innerText();
    secrets.set(email, secret);
    await page.locator('input[name="code"]').fill(totpCode(secret, systemClock, -1));
    await submit(page);
  }

  test.each([
    ['with scripts', true],
    ['without JavaScript', false],
  ])(
    'a user signs up, registers an authenticator and comes back to the application, %s',
    async (_, javaScriptEnabled) => {
      const email = `${javaScriptEnabled ? 'ada' : 'grace'}@example.com`;
      const page = await open({ javaScriptEnabled });
      const { url, redeem } = await ask();
      await page.goto(url);
      await signUp(page, email);
      if ((await page.locator('input[name="password"]').count()) > 0) await signIn(page, email);
      await enrol(page, email);
      await arrived(page);
      const tokens = await redeem(page);
      expect(tokens.claims()).toMatchObject({ email, email_verified: true });
      expect(await openid.fetchUserInfo(application, tokens.access_token, openid.skipSubjectCheck)).toMatchObject({
        email,
      });
      await page.context().close();
    },
  );

  test('the next sign-in asks for the code, refuses a wrong one in words, and needs no mouse', async () => {
    const page = await open();
    const { url, redeem } = await ask();
    await page.goto(url);
    await page.keyboard.type('ada@example.com');
    await page.keyboard.press('Tab');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.getByLabel('Code').waitFor();
    await page.keyboard.type('000000');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'The code is wrong' }).waitFor();
    await page.keyboard.type(totpCode(secrets.get('ada@example.com'), systemClock, 0));
    await page.keyboard.press('Enter');
    await arrived(page);
    await redeem(page);
    await expect(redeem(page)).rejects.toMatchObject({ error: 'invalid_grant' });
    await page.context().close();
  });

  test('who is signed in is not asked again, until they sign out', async () => {
    const page = await open();
    const signInAgain = async (): Promise<void> => {
      await signIn(page, 'grace@example.com');
      await page.locator('input[name="code"]').fill(totpCode(secrets.get('grace@example.com'), systemClock, 0));
      await submit(page);
    };
    await page.goto((await ask()).url);
    await signInAgain();
    await arrived(page);
    const silent = await ask({ prompt: 'none' });
    await page.goto(silent.url);
    await arrived(page);
    const tokens = await silent.redeem(page);
    expect(tokens.claims()).toMatchObject({ email: 'grace@example.com' });
    await openid.tokenRevocation(application, tokens.refresh_token ?? '');
    await expect(openid.refreshTokenGrant(application, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
    await page.goto(
      `${local.origin}/logout?client_id=${local.clientId('web')}&logout_uri=${encodeURIComponent(`${callback.origin}/`)}`,
    );
    await arrived(page);
    await page.goto((await ask({ prompt: 'none' })).url);
    expect(new URL(page.url()).searchParams.get('error')).toBe('login_required');
    await page.context().close();
  });

  test.each([
    ['en', 'light'],
    ['ja', 'dark'],
  ] as const)('every page can be read in %s and in the %s, and axe-core finds nothing', async (lang, colorScheme) => {
    const page = await open({ colorScheme });
    const email = `${lang}@example.com`;
    const named = (name: string): string => `${name}-${lang}`;
    await page.goto((await ask({ lang })).url);
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    await look(page, named('sign-in'));
    await page.locator('a[href*="forgotPassword"]').click();
    await look(page, named('forgotten-password'));
    await page.locator('input[name="username"]').fill('grace@example.com');
    await submit(page);
    await look(page, named('new-password-by-code'));
    await page.goto((await ask({ lang })).url);
    await page.locator('a[href*="signup"]').click();
    await look(page, named('sign-up'));
    await page.locator('input[name="email"], input[name="username"]').first().fill(email);
    await page.locator('input[name="password"]').fill(password);
    await submit(page);
    await look(page, named('confirm'));
    await page.locator('input[name="code"]').fill(await local.codeTo(email));
    await submit(page);
    if ((await page.locator('input[name="password"]').count()) > 0) await signIn(page, email);
    await look(page, named('authenticator-set-up'));
    await enrol(page, email);
    await arrived(page);
    await page.goto((await ask({ lang, prompt: 'login' })).url);
    await signIn(page, email);
    await look(page, named('code'));
    const invited = `invited-${lang}@example.com`;
    const TemporaryPassword = 'Temporary-Horse-9';
    await cognito.send(
      new AdminCreateUserCommand({
        UserPoolId: local.pool.id,
        Username: invited,
        TemporaryPassword,
        UserAttributes: [
          { Name: 'email', Value: invited },
          { Name: 'email_verified', Value: 'true' },
        ],
      }),
    );
    await page.goto((await ask({ lang, prompt: 'login' })).url);
    await page.locator('input[name="username"]').fill(invited);
    await page.locator('input[name="password"]').fill(TemporaryPassword);
    await submit(page);
    await look(page, named('new-password'));
    await page.goto(`${local.origin}/oauth2/authorize?client_id=nobody&response_type=code&lang=${lang}`);
    await look(page, named('error'));
    await page.context().close();
  });
});
