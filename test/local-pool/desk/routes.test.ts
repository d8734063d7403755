import { ActivityLog } from '../../../lib/local-pool/desk/activity';
import type { Desk } from '../../../lib/local-pool/desk/desk';
import { deskReply } from '../../../lib/local-pool/desk/routes';
import { features } from '../../../lib/local-pool/settings/features';
import { buildPool, type BuiltPool } from '../pool-builder';
import { enrolTotp } from '../sign-in-steps';

let built: BuiltPool;
let desk: Desk;

beforeEach(() => {
  built = buildPool({
    clients: { app: {}, backend: { generateSecret: true }, browser: { explicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] } },
    settings: { mfa: { mode: 'OPTIONAL', factors: ['SOFTWARE_TOKEN_MFA'] } },
  });
  const { service, inbox, pool } = built;
  desk = {
    origin: 'http://localhost:9229',
    service,
    inbox,
    templates: [
      {
        poolId: pool.id,
        path: 'dev/auth/UserPool',
        notSimulated: [{ ...features.passkeys, feature: 'passkeys', places: [] }],
      },
    ],
    activity: new ActivityLog(pool.clock),
    sampleApp: undefined,
  };
});

async function read(path: string, query = ''): Promise<string> {
  return (await deskReply(desk, path, new URLSearchParams(query)))?.body ?? '';
}
const poolPage = (query?: string): Promise<string> => read(`/desk/pools/${built.pool.id}`, query);

test('the root shows every pool, where its template is and what of it is not simulated', async () => {
  const page = await read('/');
  expect(page).toContain(`href="/desk/pools/${built.pool.id}"`);
  expect(page).toContain('dev/auth/UserPool');
  expect(page).toContain('not simulated: WEB_AUTHN');
});

test('the inbox has every message with its code, the newest first', async () => {
  for (const name of ['first@example.com', 'second@example.com'])
    await built.callAs('app', 'SignUp', { Username: name, Password: 'Correct-Horse-9' });
  const page = await read('/');
  const codes = built.inbox.all().map(({ code }) => code ?? '');
  expect(page).toContain(`<code class="code">${codes[0]}</code>`);
  expect(page.indexOf('second@example.com')).toBeLessThan(page.indexOf('first@example.com'));
});

test('the log tells requests, challenges and runs of triggers with their durations', async () => {
  desk.activity.record({
    kind: 'request',
    what: 'InitiateAuth',
    status: 200,
    error: undefined,
    challenge: 'SOFTWARE_TOKEN_MFA',
    milliseconds: 4.25,
  });
  desk.activity.record({
    kind: 'trigger',
    what: 'PreSignUp_SignUp',
    functionName: 'PreSignUpFunction',
    outcome: 'timed-out',
    milliseconds: 5000,
  });
  const page = await read('/');
  expect(page).toMatch(/InitiateAuth<\/td>\s*<td>200 SOFTWARE_TOKEN_MFA<\/td>\s*<td class="number">4\.3 ms/);
  expect(page).toMatch(/class="failed">[^]*PreSignUp_SignUp<\/td>\s*<td>timed-out \(PreSignUpFunction\)<\/td>/);
});

test('what people are called is text on the page, and never HTML', async () => {
  await built.addConfirmedUser('"><script>alert(1)</script>@example.com');
  const page = await poolPage();
  expect(page).not.toContain('<script>alert');
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});

test('a client secret is shown when it is asked for, that one and no other, and stands in no snippet', async () => {
  const { id, secret = '' } = built.client('backend');
  expect(secret).not.toBe('');
  expect(await poolPage()).not.toContain(secret);
  expect((await poolPage(`secret=${id}`)).split(secret)).toHaveLength(2);
  expect(await poolPage(`secret=${built.client('app').id}`)).not.toContain(secret);
});

test('users are shown with their factors and devices, without any secret of theirs', async () => {
  await built.addConfirmedUser('ada@example.com');
  const secretCode = await enrolTotp(built, 'ada@example.com');
  const page = await poolPage();
  expect(page).toContain('PASSWORD, SOFTWARE_TOKEN_MFA (preferred)');
  expect(page).not.toContain(secretCode);
});

test('the settings are those that DescribeUserPool tells, one on a row', async () => {
  const page = await poolPage();
  expect(page).toMatch(/Policies\.PasswordPolicy\.MinimumLength<\/td>\s*<td>12<\/td>/);
  expect(page).toMatch(/MfaConfiguration<\/td>\s*<td>OPTIONAL<\/td>/);
});

test('a client has snippets that name the endpoint, and Amplify only where a browser can use the client', async () => {
  const snippets = (await poolPage()).match(/aria-label="[^"]+"/g) ?? [];
  expect(snippets.filter((label) => label.includes('AWS SDK'))).toHaveLength(3);
  expect(snippets.filter((label) => label.includes('AWS Amplify'))).toHaveLength(2);
});

test.each(['/', '/desk/style.css', '/desk/live.js'])(
  '%s runs nothing from elsewhere and is framed by nobody',
  async (path) => {
    const { headers } = (await deskReply(desk, path, new URLSearchParams())) ?? {};
    expect(headers).toMatchObject({
      'Content-Security-Policy': expect.stringMatching(/^default-src 'none'.*frame-ancestors 'none'$/) as string,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    expect(headers?.['Content-Security-Policy']).not.toContain('unsafe');
  },
);

test.each(['/desk/pools/eu-west-1_Nowhere00', '/desk', '/sample'])('%s is nothing of the desk here', async (path) => {
  expect(await deskReply(desk, path, new URLSearchParams())).toBeUndefined();
});

test('the sample application is made when it is asked for, and knows the clients that a browser can use', async () => {
  const made = jest.fn(() => Promise.resolve({ page: '<p>', style: 'p {}', script: 'void 0;' }));
  desk = { ...desk, sampleApp: made };
  await read('/');
  expect(made).not.toHaveBeenCalled();
  expect(await read('/sample')).toBe('<p>');
  const clients = JSON.parse(await read('/sample/clients.json')) as unknown;
  expect(clients).toEqual([
    { name: 'people: browser', userPoolId: built.pool.id, clientId: built.client('browser').id },
  ]);
});
