import { createHash } from 'node:crypto';
import { password } from '../pool-builder';
import { totpCode } from '../totp-code';
import { email } from './oauth-pool';
import { buildPagesPool, codeOf, type PagesPool } from './pages-pool';

let pool: PagesPool;
beforeEach(async () => {
  pool = await buildPagesPool({ settings: { mfa: { mode: 'ON', factors: ['SOFTWARE_TOKEN_MFA'] } } });
});
afterEach(() => pool.close());

const secretIn = (body: string) => /<code id="secret">([A-Z2-7]+)</.exec(body)?.[1];

async function atEnrolment() {
  const browser = pool.browser();
  const asked = await browser.submit(await browser.open(pool.authorize()), { username: email, password });
  return { browser, asked, code: totpCode(secretIn(asked.body), pool.clock) };
}

describe('a form is let in from the page of this browser alone', () => {
  test.each<[string, (fields: Readonly<Record<string, string>>) => Promise<Readonly<Record<string, string>>>]>([
    ['without its seal', ({ csrf: _seal, ...fields }) => Promise.resolve(fields)],
    ['with an invented seal', (fields) => Promise.resolve({ ...fields, csrf: 'x'.repeat(43) })],
    [
      'with the seal of another browser',
      async (fields) => {
        const { forms } = await pool.browser().open(pool.authorize());
        return { ...fields, csrf: forms[0]?.fields['csrf'] ?? '' };
      },
    ],
  ])('and refused %s', async (_how, change) => {
    const browser = pool.browser();
    const { forms } = await browser.open(pool.authorize());
    const fields = await change({ ...forms[0]?.fields, username: email, password });
    const refused = await browser.post(forms[0]?.action ?? '', fields);
    expect(refused.status).toBe(403);
    expect(refused.body.includes('<code>csrf</code>')).toBe(true);
  });

  test('and refused from a browser without the cookie', async () => {
    const { forms } = await pool.browser().open(pool.authorize());
    const refused = await pool
      .browser()
      .post(forms[0]?.action ?? '', { ...forms[0]?.fields, username: email, password });
    expect(refused.status).toBe(403);
  });
});

describe('what is under way', () => {
  test('belongs to one browser: another that has the address starts again', async () => {
    const { asked } = await atEnrolment();
    const other = pool.browser();
    const at = await other.open(asked.path ?? '');
    expect(at.path).toMatch(/^\/login\?/);
    expect(at.notice).toBe('This sign-in is over. Start again.');
  });

  test('is over after three minutes, and the page says so', async () => {
    const { browser, asked, code } = await atEnrolment();
    pool.clock.advance({ minutes: 3 });
    for (const at of [await browser.open(asked.path ?? ''), await browser.submit(asked, { code })]) {
      expect(at.path).toMatch(/^\/login\?/);
    }
    const { browser: again, asked: anew, code: late } = await atEnrolment();
    pool.clock.advance({ minutes: 3 });
    expect((await again.submit(anew, { code: late })).notice).toBe(
      'You took too long, and the sign-in ended. Start again.',
    );
  });

  test('ends in one sign-in: the way back, and the button pressed twice, lead to the app again', async () => {
    const { browser, asked, code } = await atEnrolment();
    const first = codeOf(await browser.submit(asked, { code }));
    const second = codeOf(await browser.submit(asked, { code }));
    const third = codeOf(await browser.open(asked.path ?? ''));
    expect(new Set([first, second, third]).size).toBe(3);
  });

  test('ends in no tokens: its session cannot be answered through the API', async () => {
    const { browser, asked, code } = await atEnrolment();
    const owner = {
      browser: browser.cookies.get(`browser_${pool.pool.id}`) ?? '',
      clientId: pool.client('web').id,
    };
    const id = new URL(asked.path ?? '', 'http://localhost').searchParams.get('interaction') ?? '';
    const step = pool.pool.browserState.interactions.find(id, owner)?.interaction;
    const session = step?.page === '/challenge' ? step.pending.session : '';
    const verified = await pool.call('VerifySoftwareToken', { Session: session, UserCode: code });
    const answer = pool.call('RespondToAuthChallenge', {
      ClientId: owner.clientId,
      ChallengeName: 'MFA_SETUP',
      Session: verified['Session'],
      ChallengeResponses: { USERNAME: email },
    });
    await expect(answer).rejects.toThrow('Invalid session for the user.');
  });
});

test('every page has a policy that lets nothing in, and its style by digest', async () => {
  const { asked } = await atEnrolment();
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(asked.body) ?? [];
  const digest = createHash('sha256').update(style).digest('base64');
  expect(asked.headers).toMatchObject({
    'content-security-policy':
      `default-src 'none'; style-src 'sha256-${digest}'; form-action 'self' https://app.example.com; ` +
      `frame-ancestors 'none'; base-uri 'none'`,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-type': 'text/html; charset=utf-8',
  });
  expect(asked.body).not.toMatch(/<script|\son\w+=|style=|javascript:/i);
});

test('no page and no address of one holds a session of the engine', async () => {
  const { asked } = await atEnrolment();
  expect(asked.body.includes('AYABe')).toBe(false);
  expect(asked.path?.includes('AYABe')).toBe(false);
});

test('a method that a page does not take is refused by name', async () => {
  const at = await pool.browser().post('/logout', {});
  expect([at.status, at.headers.allow]).toEqual([405, 'GET']);
});
