import { password } from '../pool-builder';
import { totpCode, wrongTotpCode } from '../totp-code';
import type { Browser, Location } from './browser';
import { bodyOf, claimsIn, email } from './oauth-pool';
import { buildPagesPool, codeOf, type PagesPool } from './pages-pool';

const secretCode = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** At `/login`, as sent there by an app. */
async function signInAt(pool: PagesPool, browser: Browser, secret = password): Promise<Location> {
  return browser.submit(await browser.open(pool.authorize()), { username: email, password: secret });
}

describe('a user signs in at the pages', () => {
  let pool: PagesPool;
  afterEach(() => pool.close());

  test('with a password, and the app redeems the code', async () => {
    pool = await buildPagesPool();
    const browser = pool.browser();
    const at = await browser.open(pool.authorize({ nonce: 'n-0S6_WzA2Mj' }));
    expect(at.path).toMatch(/^\/login\?/);
    const back = await browser.submit(at, { username: email, password });
    const tokens = bodyOf(await pool.token(pool.redemption({ code: codeOf(back) })));
    expect(claimsIn(tokens['id_token'])).toMatchObject({ email, nonce: 'n-0S6_WzA2Mj' });
  });

  test('with a TOTP code after the password; a wrong one keeps the page', async () => {
    pool = await buildPagesPool({ settings: { mfa: { mode: 'ON', factors: ['SOFTWARE_TOKEN_MFA'] } } });
    enrol(pool);
    const browser = pool.browser();
    const asked = await signInAt(pool, browser);
    expect(asked.path).toMatch(/^\/challenge\?/);
    expect(asked.forms[0]?.inputs).toEqual([
      expect.objectContaining({ name: 'code', autocomplete: 'one-time-code', inputmode: 'numeric', autofocus: '' }),
    ]);
    const again = await browser.submit(asked, { code: wrongTotpCode(secretCode, pool.clock) });
    expect(again.notice).toBe('The code is wrong. Check it and try again.');
    expect(again.title).toBe('Error: Enter your code');
    expect(again.forms[0]?.inputs[0]).toMatchObject({ 'aria-invalid': 'true', autofocus: '' });
    codeOf(await browser.submit(again, { code: totpCode(secretCode, pool.clock) }));
  });

  test('who must enrol an authenticator gets a QR code and the key, and goes on with a first code', async () => {
    pool = await buildPagesPool({ settings: { mfa: { mode: 'ON', factors: ['SOFTWARE_TOKEN_MFA'] } } });
    const browser = pool.browser();
    const asked = await signInAt(pool, browser);
    const secret = /<code id="secret">([A-Z2-7]{52})<\/code>/.exec(asked.body)?.[1];
    expect(asked.body.match(/<svg[^>]*role="img"\s+aria-label="QR code/g)).toHaveLength(1);
    const refused = await browser.submit(asked, { code: wrongTotpCode(secret, pool.clock) });
    expect(refused.notice).toBe('The code is wrong. Check it and try again.');
    expect(refused.body.includes(`<code id="secret">${String(secret)}</code>`)).toBe(true);
    codeOf(await browser.submit(refused, { code: totpCode(secret, pool.clock) }));
    expect(pool.pool.requireUser(email).softwareToken?.secret).toBe(secret);
  });

  test('who has several factors chooses one', async () => {
    const factors = ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] as const;
    pool = await buildPagesPool({ settings: { mfa: { mode: 'ON', factors } } });
    enrol(pool, { enabled: factors, phone_number: '+14155550100' });
    const browser = pool.browser();
    const asked = await signInAt(pool, browser);
    expect(asked.forms[0]?.inputs.map(({ type, value }) => [type, value])).toEqual([
      ['radio', 'SMS_MFA'],
      ['radio', 'SOFTWARE_TOKEN_MFA'],
    ]);
    const sent = await browser.submit(asked, { answer: 'SMS_MFA' });
    expect(sent.body).toMatch(/sent to \+\*+0100\./);
    codeOf(await browser.submit(sent, { code: pool.newestCode() }));
  });

  test('with a code by e-mail as the second factor', async () => {
    pool = await buildPagesPool({
      settings: { mfa: { mode: 'ON', factors: ['EMAIL_OTP'] }, accountRecovery: ['admin_only'] },
    });
    const browser = pool.browser();
    const sent = await signInAt(pool, browser);
    codeOf(await browser.submit(sent, { code: pool.newestCode() }));
  });

  test('with a temporary password, which they replace, and the required attributes that are missing', async () => {
    pool = await buildPagesPool();
    pool.pool.settings = {
      ...pool.pool.settings,
      schema: pool.pool.settings.schema.map((each) =>
        each.name === 'given_name' ? { ...each, required: true } : each,
      ),
    };
    await pool.callAsAdmin('AdminSetUserPassword', { Username: email, Password: password, Permanent: false });
    const browser = pool.browser();
    const asked = await signInAt(pool, browser);
    expect(asked.forms[0]?.inputs.map(({ name, autocomplete }) => [name, autocomplete])).toEqual([
      ['password', 'new-password'],
      ['attribute.given_name', 'given-name'],
    ]);
    const refused = await browser.submit(asked, { password: 'short', 'attribute.given_name': 'Ada' });
    expect(refused.notice).toMatch(/^The password is not allowed\. Password does not conform to policy/);
    codeOf(await browser.submit(refused, { password: 'Another-Horse-10', 'attribute.given_name': 'Ada' }));
    expect(pool.pool.requireUser(email)).toMatchObject({ status: 'CONFIRMED', attributes: { given_name: 'Ada' } });
  });

  test('through a client with a secret, which the pages prove themselves', async () => {
    pool = await buildPagesPool();
    const browser = pool.browser();
    const at = await browser.open(pool.authorize({ client_id: pool.client('server').id }));
    codeOf(await browser.submit(at, { username: email, password }));
  });

  test('and no device is made for them, as managed login tracks none', async () => {
    pool = await buildPagesPool({
      settings: { deviceTracking: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: false } },
    });
    codeOf(await signInAt(pool, pool.browser()));
    expect(pool.pool.requireUser(email).devices).toEqual([]);
  });
});

describe('a wrong password', () => {
  let pool: PagesPool;
  beforeEach(async () => {
    pool = await buildPagesPool();
  });
  afterEach(() => pool.close());

  test('keeps the page with the name, and begins at the password', async () => {
    const at = await signInAt(pool, pool.browser(), 'Wrong-Horse-9');
    expect(at.notice).toBe('Incorrect username or password.');
    expect(at.forms[0]?.inputs).toEqual([
      expect.objectContaining({ name: 'username', value: email, autocomplete: 'username' }),
      expect.objectContaining({ name: 'password', autocomplete: 'current-password', autofocus: '' }),
    ]);
    expect(at.body).not.toContain('Wrong-Horse-9');
  });

  test('reads like an unknown user where the client masks who exists, and on the forgotten password too', async () => {
    const unknown = 'nobody@example.com';
    const notices = await Promise.all(
      [email, unknown].map(async (username) => {
        const browser = pool.browser();
        const wrong = await browser.submit(await browser.open(pool.authorize()), {
          username,
          password: 'Wrong-Horse-9',
        });
        const forgot = await browser.open(wrong.links.find((link) => link.startsWith('/forgotPassword')) ?? '');
        const sent = await browser.submit(forgot, { username });
        const refused = await browser.submit(sent, { code: '000000', password: 'Another-Horse-10' });
        return [wrong.notice, sent.title, sent.notice, refused.notice];
      }),
    );
    expect(notices[1]).toEqual(notices[0]);
    expect(notices[0]).toEqual([
      'Incorrect username or password.',
      'Choose a new password',
      undefined,
      'The code is wrong. Check it and try again.',
    ]);
  });

  test('is shown to another as what it is where the client does not', async () => {
    await pool.close();
    pool = await buildPagesPool({ clients: { web: { preventUserExistenceErrors: false } } });
    const browser = pool.browser();
    const at = await browser.submit(await browser.open(pool.authorize()), { username: 'x@example.com', password });
    expect(at.notice).toBe('User does not exist.');
  });
});

function enrol(
  { pool, username }: PagesPool,
  {
    enabled = ['SOFTWARE_TOKEN_MFA'],
    ...attributes
  }: { readonly enabled?: readonly ('SMS_MFA' | 'SOFTWARE_TOKEN_MFA')[]; readonly phone_number?: string } = {},
): void {
  pool.users.update(username, (user) => ({
    softwareToken: { secret: secretCode, friendlyDeviceName: undefined, spentSteps: [] },
    mfa: { enabled, preferred: undefined },
    attributes: { ...user.attributes, ...attributes },
  }));
}
