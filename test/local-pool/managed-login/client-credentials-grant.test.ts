import type { TriggerFunction } from '../../../lib/local-pool/settings/pool-settings';
import { TableRuntime, triggerSettings, type Triggers } from '../table-runtime';
import { refusal, refusalOf } from '../refusal';
import { basic, bodyOf, buildOAuthPool, claimsIn, type OAuthPool, type OAuthPoolOptions } from './oauth-pool';

const machine = { grant_type: 'client_credentials' };

const ask = (built: OAuthPool, form: Readonly<Record<string, string>> = {}, name = 'robot') => {
  const { id, secret = '' } = built.client(name);
  return built.token({ ...machine, ...form }, basic(id, secret));
};

/** Functions for events of a version. */
function functions(triggers: Triggers, eventVersion: TriggerFunction['eventVersion']) {
  const runtime = new TableRuntime(triggers);
  const settings = Object.entries(triggerSettings(triggers)).map(([name, each]) => [name, { ...each, eventVersion }]);
  const options: OAuthPoolOptions = {
    functions: { runtime, triggers: Object.fromEntries(settings) as ReturnType<typeof triggerSettings> },
  };
  return { runtime, options };
}

test('a token speaks for the client: the client is its subject, and no user is named', async () => {
  const built = await buildOAuthPool();
  const reply = await ask(built, { scope: 'orders/read' });
  expect(reply.status).toBe(200);
  const { access_token, ...others } = bodyOf(reply);
  expect(others).toEqual({ expires_in: 3600, token_type: 'Bearer' });
  const [now, id] = [built.clock.now() / 1000, built.client('robot').id];
  expect(claimsIn(access_token)).toEqual({
    sub: id,
    token_use: 'access',
    scope: 'orders/read',
    auth_time: now,
    iss: built.pool.issuer,
    exp: now + 3600,
    iat: now,
    version: 2,
    jti: expect.any(String),
    client_id: id,
  });
});

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['all that it is allowed where it asks for none', {}, 'orders/read orders/write'],
  [
    'those that it asks for, each once',
    { scope: 'orders/write  orders/write orders/read' },
    'orders/write orders/read',
  ],
])('a client gets the scopes: %s', async (_, form, scope) => {
  const built = await buildOAuthPool();
  expect(claimsIn(bodyOf(await ask(built, form))['access_token'])).toMatchObject({ scope });
});

test.each<[string, string, Readonly<Record<string, string>>]>([
  ['a scope about a user', 'invalid_scope', { scope: 'openid' }],
  ['one beside a scope of its own', 'invalid_scope', { scope: 'orders/read email' }],
  ['the scope of the user operations', 'invalid_scope', { scope: 'aws.cognito.signin.user.admin' }],
  ['a scope that it is not allowed', 'invalid_scope', { scope: 'orders/delete' }],
  ['nothing but blanks', 'invalid_scope', { scope: ' ' }],
  ['metadata that is no JSON', 'invalid_request', { aws_client_metadata: 'plain' }],
  ['metadata that is no map of texts', 'invalid_request', { aws_client_metadata: '{"count":1}' }],
])('a client that asks for %s is refused: %s', async (_, error, form) => {
  const reply = await ask(await buildOAuthPool(), form);
  expect(reply.status).toBe(400);
  expect(bodyOf(reply)).toEqual({ error });
});

test('a client with scopes about users alone has none for itself', async () => {
  const built = await buildOAuthPool({ clients: { robot: { oauth: { scopes: ['openid', 'email'] } } } });
  expect(bodyOf(await ask(built))).toEqual({ error: 'invalid_scope' });
  expect(bodyOf(await ask(built, { scope: 'openid' }))).toEqual({ error: 'invalid_scope' });
});

test.each([
  ['another flow', { flows: ['code'] }],
  ['no flow at all (AllowedOAuthFlowsUserPoolClient)', { allowed: false }],
] as const)('a client with %s is not allowed this grant', async (_, oauth) => {
  const built = await buildOAuthPool({ clients: { robot: { oauth } } });
  expect(bodyOf(await ask(built))).toEqual({ error: 'unauthorized_client' });
});

test('nobody gets at a user with such a token', async () => {
  const built = await buildOAuthPool();
  const AccessToken = String(bodyOf(await ask(built))['access_token']);
  expect(await refusalOf(built.call('GetUser', { AccessToken }))).toEqual(
    refusal('NotAuthorizedException', 'Invalid Access Token'),
  );
  expect((await built.userInfo(`Bearer ${AccessToken}`)).status).toBe(401);
});

test('PreTokenGeneration of version V3_0 changes the claims and scopes of the access token', async () => {
  const { runtime, options } = functions(
    {
      PreTokenGeneration: () => ({
        claimsAndScopeOverrideDetails: {
          idTokenGeneration: { claimsToAddOrOverride: { of: 'nobody' } },
          accessTokenGeneration: {
            claimsToAddOrOverride: { tenant: 'acme', sub: 'forged' },
            scopesToAdd: ['orders/audit'],
            scopesToSuppress: ['orders/write'],
          },
        },
      }),
    },
    'V3_0',
  );
  const built = await buildOAuthPool(options);
  const { access_token } = bodyOf(await ask(built, { aws_client_metadata: '{"environment":"dev"}' }));
  const id = built.client('robot').id;
  expect(runtime.events).toMatchObject([
    {
      version: '3',
      triggerSource: 'TokenGeneration_ClientCredentials',
      callerContext: { clientId: id },
      request: { clientMetadata: { environment: 'dev' }, scopes: ['orders/read', 'orders/write'] },
    },
  ]);
  expect(claimsIn(access_token)).toMatchObject({ sub: id, tenant: 'acme', scope: 'orders/read orders/audit' });
  expect(claimsIn(access_token)).not.toHaveProperty('of');
});

test.each(['V1_0', 'V2_0'] as const)('PreTokenGeneration of version %s hears nothing of it', async (version) => {
  const { runtime, options } = functions({ PreTokenGeneration: () => ({}) }, version);
  expect((await ask(await buildOAuthPool(options))).status).toBe(200);
  expect(runtime.events).toEqual([]);
});

test('no token is issued where PreTokenGeneration fails', async () => {
  const { options } = functions(
    {
      PreTokenGeneration: () => {
        throw new Error('not today');
      },
    },
    'V3_0',
  );
  expect(bodyOf(await ask(await buildOAuthPool(options)))).toEqual({
    error: 'invalid_request',
    error_description: 'PreTokenGeneration failed with error not today.',
  });
});
