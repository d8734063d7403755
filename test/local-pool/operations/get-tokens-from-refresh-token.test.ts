import { secretHash } from '../../../lib/local-pool/authentication/secret-hash';
import type { ClientSettings } from '../../../lib/local-pool/settings/pool-settings';
import { buildPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';
import { refresh, signIn, type SignInReply } from '../sign-in-steps';

const name = 'anna@example.com';
const rotating: Partial<ClientSettings> = {
  explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
  refreshTokenRotation: { retryGracePeriodSeconds: 10 },
};
const reused = refusal('RefreshTokenReuseException', 'Refresh token has been used');

type Tokens = SignInReply['AuthenticationResult'];

/** Anna, signed in through `app`, and the call that renews her tokens. */
async function withTokens(app: Partial<ClientSettings>, options: Parameters<typeof buildPool>[0] = {}) {
  const built = buildPool({ ...options, clients: { app, other: {} } });
  await built.addConfirmedUser(name);
  const { id, secret } = built.client('app');
  const hash = secret === undefined ? {} : { SECRET_HASH: secretHash(secret, name, id) };
  const { AuthenticationResult: tokens } = await signIn(built, name, hash);
  const renew = async (RefreshToken: string | undefined, more: object = {}): Promise<Tokens> => {
    const body = { ClientId: id, RefreshToken, ...more };
    return ((await built.call('GetTokensFromRefreshToken', body)) as SignInReply).AuthenticationResult;
  };
  return { ...built, built, renew, first: tokens?.RefreshToken, device: tokens?.NewDeviceMetadata?.DeviceKey };
}

const claimsOf = (token: string | undefined): Record<string, unknown> =>
  JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

describe('without rotation', () => {
  test('new tokens come without a refresh token, and the old one stays good', async () => {
    const { events, first, renew } = await withTokens({}, { triggers: { PreTokenGeneration: () => ({}) } });

    expect(await renew(first, { ClientMetadata: { sent: 'with the refresh' } })).toEqual({
      AccessToken: expect.any(String) as string,
      IdToken: expect.any(String) as string,
      ExpiresIn: 3600,
      TokenType: 'Bearer',
    });
    await expect(renew(first)).resolves.toBeDefined();
    expect(events[1]).toMatchObject({
      triggerSource: 'TokenGeneration_RefreshTokens',
      request: { clientMetadata: { sent: 'with the refresh' } },
    });
  });

  test('a client that allows no refresh is refused', async () => {
    const { first, renew } = await withTokens({ explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] });
    expect(await refusalOf(renew(first))).toEqual(
      refusal('InvalidParameterException', 'REFRESH_TOKEN_AUTH flow not enabled for this client'),
    );
  });
});

describe('with rotation', () => {
  test('each use gives a new refresh token of the same authentication', async () => {
    const { clock, first, renew } = await withTokens({ ...rotating, tokenRevocation: false });
    const one = await renew(first);
    clock.advance({ hours: 1 });
    const two = await renew(one?.RefreshToken);

    expect(new Set([first, one?.RefreshToken, two?.RefreshToken]).size).toBe(3);
    const [before, after] = [claimsOf(one?.AccessToken), claimsOf(two?.AccessToken)];
    expect(after).toMatchObject({ origin_jti: before['origin_jti'], auth_time: before['auth_time'] });
    expect(after['origin_jti']).toEqual(expect.any(String));
    expect(after['jti']).not.toBe(before['jti']);
  });

  test('within the grace period the old token can be used again; afterwards it is refused', async () => {
    const { clock, first, renew } = await withTokens(rotating);
    const one = await renew(first);
    clock.advance({ seconds: 9 });
    const again = await renew(first);
    clock.advance({ seconds: 1 });

    expect(await refusalOf(renew(first))).toEqual(reused);
    for (const tokens of [one, again]) await expect(renew(tokens?.RefreshToken)).resolves.toBeDefined();
  });

  test('without a grace period the second use is refused, also of two at once', async () => {
    const { first, renew } = await withTokens(
      { ...rotating, refreshTokenRotation: { retryGracePeriodSeconds: 0 } },
      { triggers: { PreTokenGeneration: () => ({}) } },
    );
    const both = await Promise.allSettled([renew(first), renew(first)]);

    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(renew(first))).toEqual(reused);
  });

  test('the new token ends when the first one would have', async () => {
    const { clock, first, renew } = await withTokens(rotating);
    clock.advance({ days: 29 });
    const next = (await renew(first))?.RefreshToken;
    clock.advance({ days: 1 });
    expect(await refusalOf(renew(next))).toEqual(refusal('NotAuthorizedException', 'Refresh Token has expired'));
  });

  test('a token trigger that fails leaves the token as good as before', async () => {
    let fails = false;
    const { first, renew } = await withTokens(
      { ...rotating, refreshTokenRotation: { retryGracePeriodSeconds: 0 } },
      {
        triggers: {
          PreTokenGeneration: () => {
            if (fails) throw new Error('no claims');
            return {};
          },
        },
      },
    );
    fails = true;
    expect(await refusalOf(renew(first))).toMatchObject({ type: 'UserLambdaValidationException' });
    fails = false;
    await expect(renew(first)).resolves.toBeDefined();
  });

  test('REFRESH_TOKEN_AUTH is refused, even where the client allows it', async () => {
    const { built, first } = await withTokens({
      ...rotating,
      explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    });
    expect(await refusalOf(refresh(built, { REFRESH_TOKEN: first ?? '' }))).toEqual(
      refusal('InvalidParameterException', 'REFRESH_TOKEN_AUTH flow not enabled for this client'),
    );
  });

  test('once it is switched off, a replaced token is invalid, and the one in force refreshes in either way', async () => {
    const { built, callAsAdmin, client, first, renew } = await withTokens(rotating);
    const next = (await renew(first))?.RefreshToken ?? '';
    await callAsAdmin('UpdateUserPoolClient', {
      ClientId: client('app').id,
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      RefreshTokenRotation: { Feature: 'DISABLED' },
    });
    const invalid = refusal('NotAuthorizedException', 'Invalid Refresh Token');
    expect(await refusalOf(refresh(built, { REFRESH_TOKEN: first ?? '' }))).toEqual(invalid);
    expect(await refusalOf(renew(first))).toEqual(invalid);
    expect(await refresh(built, { REFRESH_TOKEN: next })).toHaveProperty('AuthenticationResult');
    expect(await renew(next)).not.toHaveProperty('RefreshToken');
  });

  test('revoking a replaced token revokes those that came after it', async () => {
    const { call, client, first, renew } = await withTokens(rotating);
    const next = (await renew(first))?.RefreshToken;
    await call('RevokeToken', { ClientId: client('app').id, Token: first });
    expect(await refusalOf(renew(next))).toEqual(refusal('NotAuthorizedException', 'Refresh Token has been revoked'));
  });
});

test('a confidential client must prove its secret', async () => {
  const { client, first, renew } = await withTokens({ generateSecret: true });
  const refused = refusal('NotAuthorizedException', `Unable to verify secret for client ${client('app').id}`);

  expect(await refusalOf(renew(first))).toEqual(refused);
  expect(await refusalOf(renew(first, { ClientSecret: 'a'.repeat(52) }))).toEqual(refused);
  await expect(renew(first, { ClientSecret: client('app').secret })).resolves.toBeDefined();
});

test('a token of another client, and one that nobody was given, are invalid', async () => {
  const { client, first, renew } = await withTokens({});
  const invalid = refusal('NotAuthorizedException', 'Invalid Refresh Token');
  expect(await refusalOf(renew(first, { ClientId: client('other').id }))).toEqual(invalid);
  expect(await refusalOf(renew('a.b.c.d.e'))).toEqual(invalid);
});

test('with device tracking the confirmed device must come along', async () => {
  const { call, built, device, first, renew } = await withTokens(rotating, {
    settings: { deviceTracking: { challengeRequiredOnNewDevice: false, deviceOnlyRememberedOnUserPrompt: true } },
  });
  const invalid = refusal('NotAuthorizedException', 'Invalid Refresh Token.');
  expect(await refusalOf(renew(first, { DeviceKey: device }))).toEqual(invalid);

  const { AuthenticationResult } = await signIn(built, name, { DEVICE_KEY: device ?? '' });
  await call('ConfirmDevice', {
    AccessToken: AuthenticationResult?.AccessToken,
    DeviceKey: device,
    DeviceSecretVerifierConfig: { PasswordVerifier: 'dmVyaWZpZXI=', Salt: 'c2FsdA==' },
  });
  expect(await refusalOf(renew(first))).toEqual(invalid);
  const renewed = await renew(first, { DeviceKey: device });
  expect(renewed).toHaveProperty('RefreshToken');
  expect(renewed).not.toHaveProperty('NewDeviceMetadata');
});
