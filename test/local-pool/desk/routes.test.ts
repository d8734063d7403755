import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../lib/commands/project-root';
import { inboxCapacity } from '../../../lib/local-pool/state/inbox';
import { ActivityLog, logCapacity } from '../../../lib/local-pool/desk/activity';
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

test('the factors of the pool are among its settings, and with each client its own, without the secret', async () => {
  const page = await poolPage();
  expect(page).toMatch(/SoftwareTokenMfaConfiguration\.Enabled<\/td>\s*<td>true<\/td>/);
  expect(page.match(/<td>AuthSessionValidity<\/td>\s*<td>3<\/td>/g)).toHaveLength(3);
  expect(page).not.toContain('ClientSecret');
});

test('both secrets of a client are shown while one replaces the other', async () => {
  await built.callAsAdmin('AddUserPoolClientSecret', { ClientId: built.client('backend').id });
  const { id, secrets } = built.client('backend');
  expect(secrets).toHaveLength(2);
  const page = await poolPage(`secret=${id}`);
  for (const { value } of secrets) expect(page).toContain(`<code>${value}</code>`);
});

test('among many users one is found by part of a name, in either case, and the page says how many there are', async () => {
  for (let number = 0; number < 120; number++)
    await built.callAsAdmin('AdminCreateUser', { Username: `user-${number}@example.com`, MessageAction: 'SUPPRESS' });
  expect(await poolPage()).toContain('100 of 120, the first of 120 that were found.');
  const found = await poolPage('user=USER-117@');
  expect(found).toContain('1 of 120.');
  expect(found).toContain('user-117@example.com');
  expect(found).not.toContain('user-11@example.com');
  expect(await poolPage('user=%22%3E%3Cb%3E')).toContain('value="&quot;&gt;&lt;b&gt;"');
});

test('what is not simulated is said of templates alone', async () => {
  desk = { ...desk, templates: [] };
  const page = await read('/');
  expect(page).toContain('made by CreateUserPool');
  expect(page).not.toContain('everything simulated');
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

test('a pool that does not run any more is said to be none, with the way back', async () => {
  const reply = await deskReply(desk, '/desk/pools/eu-west-1_Nowhere00', new URLSearchParams());
  expect(reply).toMatchObject({ status: 404, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  expect(reply?.body).toContain('No user pool <code>eu-west-1_Nowhere00</code> runs here.');
  expect(reply?.body).toContain('<a href="/">');
});

test('docs/local-pool.md names what the desk has, and how much it keeps', async () => {
  const docs = readFileSync(join(projectRoot, 'docs/local-pool.md'), 'utf8');
  const paths = [
    ...(docs.split('\n## ').find((part) => part.startsWith('The desk')) ?? '').matchAll(/^\| `(\S+)` \|/gm),
  ];
  expect(paths.map(([, path]) => path)).toEqual(['/', '/desk/pools/POOL_ID', '/inbox', '/sample']);
  for (const number of [inboxCapacity, logCapacity].map((each) => each.toLocaleString('en')))
    expect(docs).toMatch(new RegExp(`The inbox keeps the last [^]*${number}`));
  const links = (await read('/')).match(/href="\/sample"|href="\/desk\/pools\//g);
  expect(links).toHaveLength(2);
});

test.each(['/desk/pools', '/desk', '/sample'])('%s is nothing of the desk here', async (path) => {
  expect(await deskReply(desk, path, new URLSearchParams())).toBeUndefined();
});

test('the sample application is made when it is asked for, and knows the clients that a browser can use', async () => {
  const made = jest.fn(() => Promise.resolve({ page: '<p>', style: 'p {}', script: 'void 0;' }));
  desk = { ...desk, sampleApp: made };
  await read('/');
  expect(made).not.toHaveBeenCalled();
  expect(await read('/sample')).toBe('<p>');
  expect((await poolPage()).match(/\/sample\?client=\w+/g)).toEqual([`/sample?client=${built.client('browser').id}`]);
  const clients = JSON.parse(await read('/sample/clients.json')) as unknown;
  expect(clients).toEqual([
    { name: 'people: browser', userPoolId: built.pool.id, clientId: built.client('browser').id },
  ]);
});
