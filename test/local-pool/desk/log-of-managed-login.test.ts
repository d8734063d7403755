import { AdminCreateUserCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { startLocalPool, type LocalPool } from '../../../lib/local-pool/local-pool';
import { fixtureStack } from '../../synthesis/assembly';
import { Browser } from '../managed-login/browser';
import { signingKeys } from '../signing-keys';

const email = 'ada@example.com';
const password = 'Correct-Horse-9-Battery';
let local: LocalPool;

beforeAll(async () => {
  local = await startLocalPool({ stack: fixtureStack('dev'), port: 0, signingKeys, log: () => undefined });
  const cognito = new CognitoIdentityProviderClient({
    endpoint: local.origin,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const TemporaryPassword = password;
  const user = { UserPoolId: local.pool.id, Username: email, TemporaryPassword, MessageAction: 'SUPPRESS' } as const;
  await cognito.send(new AdminCreateUserCommand(user));
  cognito.destroy();
});
afterAll(() => local.close());

/** The outcome of the newest request of that name, as the desk shows it. */
async function outcomeOf(name: string): Promise<string | undefined> {
  const page = await (await fetch(local.origin)).text();
  return new RegExp(`<td>${name}</td>\\s*<td>([^<]*)</td>`).exec(page)?.[1];
}

test('the desk leads to the pages of managed login for a client that has them', async () => {
  const desk = await (await fetch(`${local.origin}/desk/pools/${local.pool.id}`)).text();
  const links = [...desk.matchAll(/href="(\/oauth2\/authorize[^"]+)"/g)].map(([, to = '']) =>
    to.replaceAll('&amp;', '&'),
  );
  expect(links).toHaveLength(1);
  const page = await new Browser(Number(new URL(local.origin).port)).open(links[0] ?? '');
  expect(page.path).toMatch(/^\/login\?/);
  expect(page.status).toBe(200);
});

test('the desk shows by which error an app was refused, and which challenge a browser was asked', async () => {
  const { id: client_id } = [...local.pool.clients.values()].find(({ name }) => name === 'web') ?? { id: '' };
  const browser = new Browser(Number(new URL(local.origin).port));
  const authorize = (more: Readonly<Record<string, string>>): string =>
    `/oauth2/authorize?${new URLSearchParams({ client_id, response_type: 'code', ...more }).toString()}`;

  await browser.open(authorize({ redirect_uri: 'https://evil.example.com' }));
  expect(await outcomeOf('GET /oauth2/authorize')).toBe('302 redirect_mismatch');
  await browser.open(authorize({ scope: 'orders/unknown' }));
  expect(await outcomeOf('GET /oauth2/authorize')).toBe('302 invalid_scope');
  await browser.open(authorize({ prompt: 'none' }));
  expect(await outcomeOf('GET /oauth2/authorize')).toBe('302 login_required');

  const page = await browser.open(authorize({}));
  expect(await outcomeOf('GET /login')).toBe('200');
  const again = await browser.submit(page, { username: email, password: 'wrong' });
  expect(await outcomeOf('POST /login')).toBe('303 NotAuthorizedException');
  await browser.submit(again, { username: email, password });
  expect(await outcomeOf('POST /login')).toBe('303 NEW_PASSWORD_REQUIRED');

  const form = { grant_type: 'refresh_token', client_id, refresh_token: 'none' };
  await fetch(`${local.origin}/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
  expect(await outcomeOf('POST /oauth2/token')).toBe('400 invalid_grant');
  await fetch(`${local.origin}/oauth2/userInfo`, { headers: { Authorization: 'Bearer a.b.c' } });
  expect(await outcomeOf('GET /oauth2/userInfo')).toBe('401 invalid_token');
});
