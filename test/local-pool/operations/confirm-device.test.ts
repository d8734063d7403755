import { buildPool, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';
import { signIn } from '../sign-in-steps';

const name = 'anna@example.com';
const verifier = { PasswordVerifier: 'AQ==', Salt: 'Ag==' };

async function withDevice(deviceOnlyRememberedOnUserPrompt: boolean, challengeRequiredOnNewDevice = true) {
  const built = buildPool({
    settings: { deviceTracking: { challengeRequiredOnNewDevice, deviceOnlyRememberedOnUserPrompt } },
  });
  await built.addConfirmedUser(name);
  const { AuthenticationResult } = await signIn(built, name);
  const DeviceKey = AuthenticationResult?.NewDeviceMetadata?.DeviceKey;
  const confirm = (members: object = {}) =>
    built.call('ConfirmDevice', {
      AccessToken: AuthenticationResult?.AccessToken,
      DeviceKey,
      DeviceSecretVerifierConfig: verifier,
      ...members,
    });
  return { built, confirm };
}

const devicesOf = ({ pool }: BuiltPool) => pool.requireUser(name).devices;

test.each([
  ['asks the user first', true, true],
  ['remembers every device', false, true],
  ['has both flags off', false, false],
])('in a pool that %s, a device is confirmed with its name and verifier', async (_pool, asks, challenges) => {
  const { built, confirm } = await withDevice(asks, challenges);
  expect(await confirm({ DeviceName: 'Laptop' })).toEqual({ UserConfirmationNecessary: asks });
  expect(devicesOf(built)).toEqual([
    expect.objectContaining({
      name: 'Laptop',
      confirmed: true,
      remembered: !asks,
      verifier: { passwordVerifier: 'AQ==', salt: 'Ag==' },
    }),
  ]);
});

test('a device is confirmed once', async () => {
  const { built, confirm } = await withDevice(false);
  await confirm();
  const other = { DeviceSecretVerifierConfig: { PasswordVerifier: 'BBBB', Salt: 'BBBB' } };
  expect(await refusalOf(confirm(other))).toEqual(refusal('DeviceKeyExistsException', 'Device key already exists.'));
  expect(devicesOf(built)[0]?.verifier).toEqual({ passwordVerifier: 'AQ==', salt: 'Ag==' });
});

test('a key that this user was not given is refused', async () => {
  const { built, confirm } = await withDevice(false);
  await built.addConfirmedUser('bob@example.com');
  const { AuthenticationResult } = await signIn(built, 'bob@example.com');
  for (const DeviceKey of [
    'eu-west-1_0f9e8d7c-6b5a-4493-8271-605f4e3d2c1b',
    AuthenticationResult?.NewDeviceMetadata?.DeviceKey,
  ])
    expect(await refusalOf(confirm({ DeviceKey }))).toEqual(
      refusal('InvalidParameterException', 'Invalid device key given.'),
    );
});

test.each([{ DeviceSecretVerifierConfig: undefined }, { DeviceSecretVerifierConfig: { Salt: 'Ag==' } }])(
  'a device without a whole verifier is not confirmed: %j',
  async (members) => {
    const { built, confirm } = await withDevice(false);
    expect(await refusalOf(confirm(members))).toMatchObject({ type: 'InvalidParameterException' });
    expect(devicesOf(built)[0]?.confirmed).toBe(false);
  },
);

test('a device can be confirmed with the access token of an earlier sign-in, and of a later one', async () => {
  const { built, confirm } = await withDevice(true);
  const { AuthenticationResult } = await signIn(built, name);
  await confirm({ AccessToken: AuthenticationResult?.AccessToken });
  expect(devicesOf(built).map(({ confirmed }) => confirmed)).toEqual([true, false]);
  await confirm({ DeviceKey: AuthenticationResult?.NewDeviceMetadata?.DeviceKey });
  expect(devicesOf(built).map(({ confirmed }) => confirmed)).toEqual([true, true]);
});
