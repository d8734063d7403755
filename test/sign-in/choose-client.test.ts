import type { ClientFacts } from '../../lib/sign-in/client-facts';
import { allowsFlow, chooseClient, UnsuitableClientError } from '../../lib/sign-in/choose-client';
import { exampleClient } from './example-pool';

const client = (name: string, ...authFlows: string[]): ClientFacts => ({ ...exampleClient, name, authFlows });

const browser = client('web', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH');
const legacy = client('legacy', 'ALLOW_USER_PASSWORD_AUTH');
const custom = client('custom', 'ALLOW_CUSTOM_AUTH');
const server = client('backend', 'ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_USER_PASSWORD_AUTH');

test.each([
  [
    'a server client before one that sends the password itself',
    [browser, legacy, server],
    undefined,
    'backend',
    'ADMIN_USER_PASSWORD_AUTH',
  ],
  [
    'a client that sends the password itself where there is no other',
    [browser, legacy],
    undefined,
    'legacy',
    'USER_PASSWORD_AUTH',
  ],
  ['a client that proves the password by SRP where there is no other', [browser], undefined, 'web', 'USER_SRP_AUTH'],
  ['the named client', [server, legacy], 'legacy', 'legacy', 'USER_PASSWORD_AUTH'],
  [
    'a client by the old name of the admin flow',
    [client('old', 'ADMIN_NO_SRP_AUTH')],
    undefined,
    'old',
    'ADMIN_USER_PASSWORD_AUTH',
  ],
  [
    'a client by the old name of the password flow',
    [client('old', 'USER_PASSWORD_AUTH')],
    undefined,
    'old',
    'USER_PASSWORD_AUTH',
  ],
] as const)('chosen is %s', (_, clients, name, chosen, flow) => {
  expect(chooseClient(clients, name)).toMatchObject({ client: { name: chosen }, flow });
});

test.each([
  [
    'a name that no client has',
    [server],
    'web',
    'There is no app client web. The template has: backend (ALLOW_ADMIN_USER_PASSWORD_AUTH',
  ],
  [
    'a named client that shows no password',
    [custom, server],
    'custom',
    'The app client custom allows no flow that the journey can use.',
  ],
  [
    'a pool whose clients show no password',
    [custom],
    undefined,
    'Expected ALLOW_ADMIN_USER_PASSWORD_AUTH or ALLOW_USER_PASSWORD_AUTH or ALLOW_USER_SRP_AUTH.',
  ],
  ['a pool without clients', [], undefined, 'The template has: none.'],
] as const)('%s is refused, and the message names the clients that there are', (_, clients, name, message) => {
  expect(() => chooseClient(clients, name)).toThrow(UnsuitableClientError);
  expect(() => chooseClient(clients, name)).toThrow(message);
});

test('a journey by SRP takes no client that can only send the password', () => {
  expect(chooseClient([server, legacy, browser], undefined, { flows: ['USER_SRP_AUTH'] })).toMatchObject({
    client: { name: 'web' },
    flow: 'USER_SRP_AUTH',
  });
  expect(() => chooseClient([server, browser], 'backend', { flows: ['USER_SRP_AUTH'] })).toThrow(
    'The app client backend allows no flow that the journey can use. Expected ALLOW_USER_SRP_AUTH.',
  );
});

test('a journey that needs a secret, or none, takes no client of the other kind', () => {
  const publicServer = { ...server, name: 'open', confidential: false };
  const needs = { flows: ['ADMIN_USER_PASSWORD_AUTH'] } as const;
  const choose = (confidential: boolean) =>
    chooseClient([publicServer, server], undefined, { ...needs, confidential }).client.name;
  expect([choose(false), choose(true)]).toEqual(['open', 'backend']);
  expect(() => chooseClient([publicServer], undefined, { ...needs, confidential: true })).toThrow(
    'Expected ALLOW_ADMIN_USER_PASSWORD_AUTH at a client with a secret. ' +
      'The template has: open (ALLOW_ADMIN_USER_PASSWORD_AUTH, ALLOW_USER_PASSWORD_AUTH, without a secret).',
  );
});

test('a flow is allowed under its present name and under its old one', () => {
  expect(allowsFlow(client('old', 'ADMIN_NO_SRP_AUTH'), 'ADMIN_USER_PASSWORD_AUTH')).toBe(true);
  expect(allowsFlow(server, 'ADMIN_USER_PASSWORD_AUTH')).toBe(true);
  expect(allowsFlow(browser, 'ADMIN_USER_PASSWORD_AUTH')).toBe(false);
});
