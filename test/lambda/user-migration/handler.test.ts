import { genericRefusal } from '../../../lambda/answer';
import { write } from '../../../lambda/user-migration/environment';
import type { handler as Handler } from '../../../lambda/user-migration/handler';
import { captureOutput } from '../captured-output';
import { fixtureEvent } from '../fixture-event';
import { context, loadHandler } from '../load-handler';
import { awsEnvironment, json, loopbackServer, type LoopbackServer, type Respond } from '../loopback-server';

const password = 'Correct-horse-7-battery';
const bearer = 'bearer-of-the-legacy-service';
const signIn = () => fixtureEvent('user-migration-authentication');
const forgotPassword = () => fixtureEvent('user-migration-forgot-password');
const secret = json(200, { Name: 'legacy/token', SecretString: bearer });

let legacy: LoopbackServer;
let secretsManager: LoopbackServer;
let handler: typeof Handler;

/** A handler that has not read the token yet. */
function freshHandler(): Promise<typeof Handler> {
  return loadHandler('user-migration', {
    ...write({ endpoint: `${legacy.url}/users`, tokenSecretName: 'legacy/token', deadlineMilliseconds: 4500 }),
    ...awsEnvironment('SECRETS_MANAGER', secretsManager.url),
  });
}

beforeAll(async () => {
  legacy = await loopbackServer(json(500, {}));
  secretsManager = await loopbackServer(secret);
  handler = await freshHandler();
});
beforeEach(() => secretsManager.now(secret));
afterEach(() => jest.restoreAllMocks());
afterAll(() => Promise.all([legacy.close(), secretsManager.close()]));

it.each([
  ['at a sign-in', signIn],
  ['after a forgotten password', forgotPassword],
])('%s a user of the legacy service is created, confirmed, without a message', async (_, event) => {
  legacy.now(json(200, { email: 'anna@example.com', name: 'Anna', legacyId: '4711' }));
  const output = captureOutput();
  await expect(handler(event(), context)).resolves.toEqual({
    ...event(),
    response: {
      userAttributes: { email: 'anna@example.com', email_verified: 'true', name: 'Anna', 'custom:legacy_id': '4711' },
      finalUserStatus: 'CONFIRMED',
      messageAction: 'SUPPRESS',
      desiredDeliveryMediums: ['EMAIL'],
      forceAliasCreation: false,
    },
  });
  expect(output.log()).toEqual([]);
});

it('reads the token from the secret that the environment names, once for all invocations', async () => {
  legacy.now(json(200, { email: 'anna@example.com' }));
  const fresh = await freshHandler();
  await fresh(signIn(), context);
  await fresh(signIn(), context);
  expect(secretsManager.received.map(({ headers, body }) => [headers['x-amz-target'], body])).toEqual([
    ['secretsmanager.GetSecretValue', '{"SecretId":"legacy/token"}'],
  ]);
  expect(legacy.received.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${bearer}`, `Bearer ${bearer}`]);
});

it.each([
  ['a wrong password', signIn, 401],
  ['an unknown user', signIn, 404],
  ['an unknown user who forgot the password', forgotPassword, 404],
])(
  '%s gets the event back untouched: nobody is created, and Cognito answers as it always does',
  async (_, event, status) => {
    legacy.now(json(status, {}));
    const output = captureOutput();
    await expect(handler(event(), context)).resolves.toEqual(event());
    expect(output.log()).toEqual([]);
  },
);

describe('a legacy service that cannot be used', () => {
  const refuseSecret = json(400, { __type: 'ResourceNotFoundException', message: `no ${bearer}` });
  const echo: Respond = (response, { headers, body }) =>
    response.end(`${headers.authorization ?? ''} ${body} is not JSON`);

  it.each<[string, Respond, Respond, object]>([
    ['unexpected-status', json(500, {}), secret, { status: 500 }],
    ['redirect', (response) => response.writeHead(302, { location: '/' }).end(), secret, { status: 302 }],
    ['unreadable', echo, secret, {}],
    ['oversize', (response) => response.end(password.repeat(1000)), secret, {}],
    ['other-person', json(200, { email: 'ben@example.com' }), secret, {}],
    ['unreachable', (response) => response.destroy(), secret, {}],
    ['token-refused', json(403, {}), secret, { status: 403 }],
    ['token-unavailable', json(200, {}), refuseSecret, {}],
    ['token-unavailable', json(200, {}), json(200, { SecretString: `${bearer}\n` }), {}],
  ])(
    '(%s) is one line in the log and the generic refusal, without password or token',
    async (reason, respond, store, facts) => {
      legacy.now(respond);
      secretsManager.now(store);
      const asked = store === secret ? handler : await freshHandler();
      const output = captureOutput();
      const failure: unknown = await asked(signIn(), context).catch((error: unknown) => error);
      expect(failure).toEqual(new Error(genericRefusal));
      expect(output.log()).toEqual([
        {
          event: 'trigger-failed',
          trigger: 'UserMigration',
          requestId: context.awsRequestId,
          error: 'LegacyServiceError',
          message: 'The legacy service could not be used',
          reason,
          ...facts,
        },
      ]);
      const visible = output.text() + String(failure) + String((failure as Error).stack);
      expect(visible).not.toContain(password);
      expect(visible).not.toContain(bearer);
      expect(visible).not.toContain('anna@example.com');
    },
  );
});

it('does not start with an endpoint to which passwords would travel in the clear', async () => {
  await expect(loadHandler('user-migration', { LEGACY_ENDPOINT: 'http://legacy.example.com/' })).rejects.toThrow(
    'Environment variable LEGACY_ENDPOINT is "http://legacy.example.com/"',
  );
});
