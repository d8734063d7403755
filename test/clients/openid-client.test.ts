import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import * as openid from 'openid-client';
import { startLocalPool, type LocalPool } from '../../lib/local-pool/local-pool';
import type { Client } from '../../lib/local-pool/pool';
import { SetClock } from '../local-pool/set-clock';
import { signingKeys } from '../local-pool/signing-keys';
import { fixtureStack } from '../synthesis/assembly';

/**
 * openid-client, unmodified: it is told an issuer, a client id and perhaps a secret, and finds all else in the discovery
 * document. That it may speak HTTP is the one leave that it needs.
 */
let local: LocalPool;
let cognito: sdk.CognitoIdentityProviderClient;
let username: string;
const email = 'ada@example.com';
const orders = 'https://orders.example.com/read';
const redirectUri = 'http://localhost:3000/signed-in';
const log: string[] = [];

beforeAll(async () => {
  const clock = new SetClock(Date.now());
  local = await startLocalPool({
    stack: fixtureStack('dev'),
    port: 0,
    clock,
    signingKeys,
    log: (line) => log.push(line),
  });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  cognito = new sdk.CognitoIdentityProviderClient({ endpoint: local.origin, region: 'eu-west-1', credentials });
  const { User } = await cognito.send(
    new sdk.AdminCreateUserCommand({
      UserPoolId: local.pool.id,
      Username: email,
      MessageAction: 'SUPPRESS',
      UserAttributes: [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
      ],
    }),
  );
  username = User?.Username ?? '';
});

afterAll(async () => {
  cognito.destroy();
  await local.close();
});

const clientOf = (name: string): Client => {
  const client = [...local.pool.clients.values()].find((each) => each.name === name);
  if (client === undefined) throw new Error(`dev has no client ${name}`);
  return client;
};

function discover(
  name: string,
  authentication?: (secret: string) => openid.ClientAuth,
  secret = clientOf(name).secret ?? '',
): Promise<openid.Configuration> {
  const how = authentication === undefined ? openid.None() : authentication(secret);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out: it is for loopback.
  const execute = [openid.allowInsecureRequests];
  return openid.discovery(new URL(local.pool.issuer), clientOf(name).id, undefined, how, { execute });
}

/** A callback as the browser would come to it, with what the client has to remember. */
async function callback(changes: { readonly nonce?: string } = {}) {
  const pkceCodeVerifier = openid.randomPKCECodeVerifier();
  const code = local.pool.authorizationCodes.issue({
    clientId: clientOf('web').id,
    username,
    redirectUri,
    scopes: ['openid', 'email', orders],
    codeChallenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
    nonce: changes.nonce,
    authenticated: local.pool.clock.now(),
    secondFactorShown: false,
  });
  return { url: new URL(`${redirectUri}?code=${code}`), pkceCodeVerifier };
}

async function signIn(configuration: openid.Configuration) {
  const expectedNonce = openid.randomNonce();
  const { url, pkceCodeVerifier } = await callback({ nonce: expectedNonce });
  return openid.authorizationCodeGrant(configuration, url, { pkceCodeVerifier, expectedNonce, idTokenExpected: true });
}

/** What the token endpoint answered, as the client tells it. */
const refusedWith = (error: string, error_description?: string) =>
  expect.objectContaining({
    name: 'ResponseBodyError',
    status: 400,
    error,
    ...(error_description !== undefined && { error_description }),
  }) as object;

test('the discovery document names every endpoint that the client asks for', async () => {
  const { origin } = local;
  expect((await discover('web')).serverMetadata()).toMatchObject({
    issuer: local.pool.issuer,
    token_endpoint: `${origin}/oauth2/token`,
    userinfo_endpoint: `${origin}/oauth2/userInfo`,
    revocation_endpoint: `${origin}/oauth2/revoke`,
    end_session_endpoint: `${origin}/logout`,
  });
});

test('a code becomes tokens that the client verifies: signature, nonce, at_hash', async () => {
  const configuration = await discover('web');
  openid.enableNonRepudiationChecks(configuration);
  const tokens = await signIn(configuration);
  expect(tokens.claims()).toMatchObject({ aud: clientOf('web').id, email, email_verified: true });
  expect(tokens.expiresIn()).toBeGreaterThan(3500);
  expect(tokens.token_type).toBe('bearer');
});

test('userInfo shows the user, whose subject is that of the ID token', async () => {
  const configuration = await discover('web');
  const tokens = await signIn(configuration);
  const sub = tokens.claims()?.sub ?? '';
  expect(await openid.fetchUserInfo(configuration, tokens.access_token, sub)).toEqual({
    sub,
    username,
    email,
    email_verified: 'true',
  });
  await expect(openid.fetchUserInfo(configuration, tokens.access_token, 'somebody else')).rejects.toThrow(
    'unexpected JSON attribute value',
  );
});

test('tokens are refreshed, until they are revoked', async () => {
  const configuration = await discover('web');
  const first = await signIn(configuration);
  const refreshToken = first.refresh_token ?? '';
  const second = await openid.refreshTokenGrant(configuration, refreshToken);
  expect(second.claims()?.sub).toBe(first.claims()?.sub);
  expect(second.access_token).not.toBe(first.access_token);

  await openid.tokenRevocation(configuration, refreshToken);
  await expect(openid.refreshTokenGrant(configuration, refreshToken)).rejects.toEqual(refusedWith('invalid_grant'));
  for (const { access_token } of [first, second])
    await expect(openid.fetchUserInfo(configuration, access_token, first.claims()?.sub ?? '')).rejects.toMatchObject({
      cause: [{ parameters: { error: 'invalid_token' } }],
      status: 401,
    });
  await openid.tokenRevocation(configuration, refreshToken);
});

test('a wrong verifier is refused, and a code that comes again', async () => {
  const configuration = await discover('web');
  const { url, pkceCodeVerifier } = await callback();
  const redeem = (verifier: string) =>
    openid.authorizationCodeGrant(configuration, url, { pkceCodeVerifier: verifier, idTokenExpected: true });
  await expect(redeem(openid.randomPKCECodeVerifier())).rejects.toEqual(refusedWith('invalid_grant'));
  await expect(redeem(pkceCodeVerifier)).rejects.toEqual(refusedWith('invalid_grant'));
});

test.each([
  ['in the header', openid.ClientSecretBasic],
  ['in the body', openid.ClientSecretPost],
])('a machine gets a token of its own, its secret %s', async (_, authentication) => {
  const configuration = await discover('robot', authentication);
  const tokens = await openid.clientCredentialsGrant(configuration, { scope: orders });
  expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 3600 });
  expect(tokens.id_token).toBeUndefined();
  expect(tokens.refresh_token).toBeUndefined();
  const payload = JSON.parse(Buffer.from(tokens.access_token.split('.')[1] ?? '', 'base64url').toString()) as unknown;
  expect(payload).toMatchObject({ sub: clientOf('robot').id, scope: orders, token_use: 'access' });
});

test('a machine is refused scopes about users, and without its secret everything', async () => {
  const robot = await discover('robot', openid.ClientSecretBasic);
  await expect(openid.clientCredentialsGrant(robot, { scope: 'openid' })).rejects.toEqual(refusedWith('invalid_scope'));
  for (const impostor of [await discover('robot', openid.ClientSecretPost, 'wrong'), await discover('robot')])
    await expect(openid.clientCredentialsGrant(impostor)).rejects.toEqual(
      refusedWith('invalid_client', 'invalid_client_secret'),
    );
});

test('the log tells of every request, and of no secret, code or token', async () => {
  const configuration = await discover('web');
  const from = log.length;
  const { url, pkceCodeVerifier } = await callback();
  const tokens = await openid.authorizationCodeGrant(configuration, url, { pkceCodeVerifier, idTokenExpected: true });
  await openid.tokenRevocation(configuration, tokens.refresh_token ?? '');
  const lines = log.slice(from);
  expect(lines).toEqual(expect.arrayContaining(['POST /oauth2/token 200', 'POST /oauth2/revoke 200']));
  const secrets = [url.searchParams.get('code'), pkceCodeVerifier, tokens.access_token, tokens.refresh_token];
  for (const secret of secrets) expect(lines.join('\n')).not.toContain(secret);
});
