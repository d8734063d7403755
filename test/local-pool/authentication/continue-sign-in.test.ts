import type { TriggerName } from '../../../lib/local-pool/settings/pool-settings';
import { buildPool, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';
import { answer, enrolTotp, refresh, signIn } from '../sign-in-steps';
import { totpCode } from '../totp-code';

const name = 'anna@example.com';
const optional = { mode: 'OPTIONAL', factors: ['SOFTWARE_TOKEN_MFA'] } as const;
const tracking = { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: false };
const incorrect = refusal('NotAuthorizedException', 'Incorrect username or password.');
const disabled = refusal('NotAuthorizedException', 'User is disabled.');
const unknownDevice = refusal('ResourceNotFoundException', 'Device does not exist.');

/** A pool in which something happens while a trigger of the sign-in runs. */
async function withAnna(
  options: Parameters<typeof buildPool>[0] = {},
  during: { readonly trigger?: TriggerName; readonly happen?: (built: BuiltPool) => unknown } = {},
): Promise<BuiltPool> {
  const happen = async () => {
    await during.happen?.(built);
    return {};
  };
  const built = buildPool({ ...options, ...(during.trigger && { triggers: { [during.trigger]: happen } }) });
  await built.addConfirmedUser(name);
  return built;
}

describe.each(['PostAuthentication', 'PreTokenGeneration'] as const)('while %s runs,', (trigger) => {
  const events: readonly (readonly [string, (built: BuiltPool) => unknown, object])[] = [
    ['deleted', ({ callAsAdmin }) => callAsAdmin('AdminDeleteUser', { Username: name }), incorrect],
    ['disabled', ({ callAsAdmin }) => callAsAdmin('AdminDisableUser', { Username: name }), disabled],
    [
      'deleted and made anew',
      async ({ callAsAdmin, addConfirmedUser }) => {
        await callAsAdmin('AdminDeleteUser', { Username: name });
        await addConfirmedUser(name);
      },
      incorrect,
    ],
  ];

  test.each(events)('a user who is %s gets no tokens', async (_event, happen, expected) => {
    const built = await withAnna({ settings: { signInWith: 'username' } }, { trigger, happen });
    expect(await refusalOf(signIn(built, name))).toEqual(expected);
  });
});

test('a refresh gives nothing when the tokens are revoked while PreTokenGeneration runs', async () => {
  let revokes = false;
  const happen = ({ callAsAdmin }: BuiltPool) =>
    revokes ? callAsAdmin('AdminUserGlobalSignOut', { Username: name }) : undefined;
  const built = await withAnna({}, { trigger: 'PreTokenGeneration', happen });
  const { AuthenticationResult } = await signIn(built, name);
  revokes = true;
  expect(await refusalOf(refresh(built, { REFRESH_TOKEN: AuthenticationResult?.RefreshToken ?? '' }))).toEqual(
    refusal('NotAuthorizedException', 'Refresh Token has been revoked'),
  );
});

test('after a failing PostAuthentication the session and the code are spent, and a new sign-in works', async () => {
  let fails = false;
  const happen = () => {
    if (fails) throw new Error('no entry today');
  };
  const built = await withAnna({ settings: { mfa: optional } }, { trigger: 'PostAuthentication', happen });
  const secret = await enrolTotp(built, name);
  const code = { USERNAME: name, SOFTWARE_TOKEN_MFA_CODE: totpCode(secret, built.clock) };
  const challenge = await signIn(built, name);

  fails = true;
  expect(await refusalOf(answer(built, challenge, code))).toEqual(
    refusal('UserLambdaValidationException', 'PostAuthentication failed with error no entry today.'),
  );
  fails = false;
  expect(await refusalOf(answer(built, challenge, code))).toEqual(
    refusal('NotAuthorizedException', 'Invalid session for the user, session can only be used once.'),
  );
  const again = await signIn(built, name);
  expect(await refusalOf(answer(built, again, code))).toMatchObject({ type: 'ExpiredCodeException' });
  const next = { USERNAME: name, SOFTWARE_TOKEN_MFA_CODE: totpCode(secret, built.clock, 1) };
  expect(await answer(built, again, next)).toHaveProperty('AuthenticationResult');
});

describe('in a pool that tracks devices', () => {
  const unknownKey = { DEVICE_KEY: 'eu-west-1_0f9e8d7c-6b5a-4493-8271-605f4e3d2c1b' };

  async function trackedDevice(built: BuiltPool): Promise<{ readonly DEVICE_KEY: string }> {
    const { AuthenticationResult } = await signIn(built, name);
    const DeviceKey = AuthenticationResult?.NewDeviceMetadata?.DeviceKey ?? '';
    return { DEVICE_KEY: DeviceKey };
  }

  test('a device that is not the user’s is refused', async () => {
    const built = await withAnna({ settings: { deviceTracking: tracking } });
    expect(await refusalOf(signIn(built, name, unknownKey))).toEqual(unknownDevice);
  });

  test('a known device gets no second key, and the tokens carry its own', async () => {
    const built = await withAnna({ settings: { deviceTracking: tracking } });
    const device = await trackedDevice(built);
    const { AuthenticationResult } = await signIn(built, name, device);
    expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata');
    const [, claims = ''] = AuthenticationResult?.AccessToken.split('.') ?? [];
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ device_key: device.DEVICE_KEY });
  });

  test('a device that is refused at a challenge leaves the session and the code for another try', async () => {
    const built = await withAnna({ settings: { deviceTracking: tracking, mfa: optional } });
    const secret = await enrolTotp(built, name);
    const challenge = await signIn(built, name);
    const code = { USERNAME: name, SOFTWARE_TOKEN_MFA_CODE: totpCode(secret, built.clock) };
    expect(await refusalOf(answer(built, challenge, { ...code, ...unknownKey }))).toEqual(unknownDevice);
    expect(await answer(built, challenge, code)).toHaveProperty('AuthenticationResult');
  });

  test('the device that was presented at the start counts at the end', async () => {
    const built = await withAnna({ settings: { deviceTracking: tracking, mfa: optional } });
    const device = await trackedDevice(built);
    const secret = await enrolTotp(built, name);
    const challenge = await signIn(built, name, device);
    const code = { USERNAME: name, SOFTWARE_TOKEN_MFA_CODE: totpCode(secret, built.clock) };
    const { AuthenticationResult } = await answer(built, challenge, code);
    expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata');
  });

  test.each([
    ['is new', {}, true],
    ['is known', undefined, false],
  ])('PostAuthentication is told whether the device %s', async (_which, parameters, newDeviceUsed) => {
    const built = await withAnna({ settings: { deviceTracking: tracking } }, { trigger: 'PostAuthentication' });
    const device = await trackedDevice(built);
    await signIn(built, name, parameters ?? device);
    expect(built.events.at(-1)?.request['newDeviceUsed']).toBe(newDeviceUsed);
  });
});

test('without device tracking a device key means nothing, and no device is new', async () => {
  const built = await withAnna({}, { trigger: 'PostAuthentication' });
  const { AuthenticationResult } = await signIn(built, name, { DEVICE_KEY: 'eu-west-1_0' });
  expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata');
  expect(built.events.at(-1)?.request['newDeviceUsed']).toBe(false);
});
