import { secretHash } from '../../../lib/local-pool/authentication/secret-hash';
import { buildPool, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';
import { refresh, signIn } from '../sign-in-steps';

const name = 'anna@example.com';
const invalid = refusal('NotAuthorizedException', 'Invalid Refresh Token');

async function withTokens(options: Parameters<typeof buildPool>[0] = {}) {
  const built = buildPool(options);
  const username = await built.addConfirmedUser(name);
  const { id, secret } = built.client('app');
  const hash = (of: string) => (secret === undefined ? {} : { SECRET_HASH: secretHash(secret, of, id) });
  const { AuthenticationResult } = await signIn(built, name, hash(name));
  const REFRESH_TOKEN = AuthenticationResult?.RefreshToken ?? '';
  return { built, username, hash, REFRESH_TOKEN };
}

const claimsOf = (token: string | undefined): Record<string, unknown> =>
  JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

test('new tokens say when the user authenticated, and no refresh token comes with them', async () => {
  const { built, REFRESH_TOKEN } = await withTokens();
  const authenticated = built.clock.now() / 1000;
  built.clock.advance({ hours: 2 });
  const { AuthenticationResult } = await refresh(built, { REFRESH_TOKEN });
  expect(AuthenticationResult).not.toHaveProperty('RefreshToken');
  expect(claimsOf(AuthenticationResult?.IdToken)).toMatchObject({
    auth_time: authenticated,
    iat: authenticated + 7200,
  });
});

describe('a refresh is refused', () => {
  const events: readonly (readonly [string, (built: BuiltPool) => unknown, object])[] = [
    [
      'when the refresh token is expired',
      ({ clock }) => clock.advance({ days: 30 }),
      refusal('NotAuthorizedException', 'Refresh Token has expired'),
    ],
    [
      'after AdminUserGlobalSignOut',
      ({ callAsAdmin }) => callAsAdmin('AdminUserGlobalSignOut', { Username: name }),
      refusal('NotAuthorizedException', 'Refresh Token has been revoked'),
    ],
    [
      'after AdminDisableUser, also once the user is enabled again',
      async ({ callAsAdmin }) => {
        await callAsAdmin('AdminDisableUser', { Username: name });
        await callAsAdmin('AdminEnableUser', { Username: name });
      },
      refusal('NotAuthorizedException', 'Refresh Token has been revoked'),
    ],
    ['of a user who was deleted', ({ callAsAdmin }) => callAsAdmin('AdminDeleteUser', { Username: name }), invalid],
    [
      'of a user who was deleted, when another has the name',
      async ({ callAsAdmin, addConfirmedUser }) => {
        await callAsAdmin('AdminDeleteUser', { Username: name });
        await addConfirmedUser(name);
      },
      refusal('NotAuthorizedException', 'Refresh Token has been revoked'),
    ],
  ];
  test.each(events)('%s', async (_when, happen, expected) => {
    const { built, REFRESH_TOKEN } = await withTokens({ settings: { signInWith: 'username' } });
    await happen(built);
    expect(await refusalOf(refresh(built, { REFRESH_TOKEN }))).toEqual(expected);
  });

  test('at another client, and for a token that nobody was given', async () => {
    const { built, REFRESH_TOKEN } = await withTokens();
    expect(await refusalOf(refresh(built, { REFRESH_TOKEN }, 'open'))).toEqual(invalid);
    expect(await refusalOf(refresh(built, { REFRESH_TOKEN: 'a.b.c.d.e' }))).toEqual(invalid);
  });

  test('at a client that does not allow it', async () => {
    const { built, REFRESH_TOKEN } = await withTokens({
      clients: { app: { explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] } },
    });
    expect(await refusalOf(refresh(built, { REFRESH_TOKEN }))).toEqual(
      refusal('InvalidParameterException', 'REFRESH_TOKEN_AUTH flow not enabled for this client'),
    );
  });

  test('with another confirmed device of the user than the tokens were issued with', async () => {
    const tracking = { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: true };
    const built = buildPool({ settings: { deviceTracking: tracking } });
    await built.addConfirmedUser(name);
    const confirmed = async () => {
      const { AuthenticationResult } = await signIn(built, name);
      const DEVICE_KEY = AuthenticationResult?.NewDeviceMetadata?.DeviceKey ?? '';
      await built.call('ConfirmDevice', {
        AccessToken: AuthenticationResult?.AccessToken,
        DeviceKey: DEVICE_KEY,
        DeviceSecretVerifierConfig: { PasswordVerifier: 'AQ==', Salt: 'AQ==' },
      });
      return { REFRESH_TOKEN: AuthenticationResult?.RefreshToken ?? '', DEVICE_KEY };
    };
    const [first, second] = [await confirmed(), await confirmed()];
    expect(await refusalOf(refresh(built, { ...first, DEVICE_KEY: second.DEVICE_KEY }))).toEqual(
      refusal('NotAuthorizedException', 'Invalid Refresh Token.'),
    );
    expect(await refresh(built, first)).toHaveProperty('AuthenticationResult');
  });

  test('when the hash is missing, or made with the address and not with the stored username', async () => {
    const { built, username, hash, REFRESH_TOKEN } = await withTokens({ clients: { app: { generateSecret: true } } });
    const { id } = built.client('app');
    expect(await refusalOf(refresh(built, { REFRESH_TOKEN }))).toEqual(
      refusal('NotAuthorizedException', `Client ${id} is configured with secret but SECRET_HASH was not received`),
    );
    expect(await refusalOf(refresh(built, { REFRESH_TOKEN, ...hash(name) }))).toEqual(
      refusal('NotAuthorizedException', `SecretHash does not match for the client: ${id}`),
    );
    expect(await refresh(built, { REFRESH_TOKEN, ...hash(username) })).toHaveProperty('AuthenticationResult');
  });
});

test('of the triggers only PreTokenGeneration runs, without the ClientMetadata of InitiateAuth', async () => {
  const nothing = () => ({});
  const { built, REFRESH_TOKEN } = await withTokens({
    triggers: { PreAuthentication: nothing, PostAuthentication: nothing, PreTokenGeneration: nothing },
  });
  const before = built.events.length;
  await refresh(built, { REFRESH_TOKEN });
  const events = built.events.slice(before);
  expect(events.map(({ triggerSource }) => triggerSource)).toEqual(['TokenGeneration_RefreshTokens']);
  expect(events[0]?.request['clientMetadata']).toBeUndefined();
});
