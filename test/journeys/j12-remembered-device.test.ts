import {
  GetDeviceCommand,
  InitiateAuthCommand,
  ListDevicesCommand,
  UpdateDeviceStatusCommand,
  type InitiateAuthCommandOutput,
} from '@aws-sdk/client-cognito-identity-provider';
import { totpCode } from '../local-pool/totp-code';
import { beginJourney, refusal, verified, type Journey } from './journey';
import { createUser, enrolTotp, otherPassword } from './people';
import { answer, confirmDevice, proveDevice, signInBySrp } from './srp';

const email = 'grace@example.com';
const incorrect = refusal('NotAuthorizedException', 'Incorrect username or password.');
const byTotp = { ChallengeName: 'SOFTWARE_TOKEN_MFA' };
const byDevice = { ChallengeName: 'DEVICE_SRP_AUTH' };

describe.each([
  ['remembers every device', 'dev', false],
  ['asks the user first', 'opt-in-devices', true],
])('J12: a remembered device signs in without TOTP, in a pool that %s', (_pool, environment, asks) => {
  let journey: Journey;
  let secret: string;

  beforeAll(async () => {
    journey = await beginJourney(environment);
  });
  beforeEach(async () => {
    await createUser(journey, email);
    secret = await enrolTotp(journey, email);
  });
  afterEach(() => journey.startOver());
  afterAll(() => journey.close());

  /** A code counts once: each sign-in has the next one. */
  function showCode(challenge: InitiateAuthCommandOutput): Promise<InitiateAuthCommandOutput> {
    journey.clock.advance({ seconds: 30 });
    const code = totpCode(secret, journey.clock);
    // Under the address, ConfirmDevice would refuse the device.
    const USERNAME = challenge.ChallengeParameters?.['USER_ID_FOR_SRP'] ?? '';
    return answer(journey, challenge, { USERNAME, SOFTWARE_TOKEN_MFA_CODE: code });
  }

  async function remember(DeviceRememberedStatus: 'remembered' | 'not_remembered' = 'remembered') {
    const { AuthenticationResult } = await showCode(await signInBySrp(journey, email));
    const device = await confirmDevice(journey, AuthenticationResult);
    expect(device.UserConfirmationNecessary).toBe(asks);
    const { AccessToken, DEVICE_KEY: DeviceKey } = device;
    if (asks || DeviceRememberedStatus === 'not_remembered')
      await journey.cognito.send(new UpdateDeviceStatusCommand({ AccessToken, DeviceKey, DeviceRememberedStatus }));
    return device;
  }

  const refreshWith = (REFRESH_TOKEN: string | undefined, device: { readonly DEVICE_KEY?: string }) =>
    journey.cognito.send(
      new InitiateAuthCommand({
        ClientId: journey.client('web').ClientId,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: REFRESH_TOKEN ?? '', ...device },
      }),
    );

  test('SRP, then the device’s own secret, then tokens that refresh with its key', async () => {
    expect(await signInBySrp(journey, email)).toMatchObject(byTotp);
    const device = await remember();
    const { DEVICE_KEY } = device;
    const challenge = await signInBySrp(journey, email, { DEVICE_KEY });
    expect(challenge).toMatchObject(byDevice);
    const { AuthenticationResult } = await proveDevice(journey, challenge, device);
    expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata');
    expect(await verified(journey, AuthenticationResult?.IdToken, 'id')).toMatchObject({ email });
    const access = await verified(journey, AuthenticationResult?.AccessToken, 'access');
    expect(access).toMatchObject({ device_key: DEVICE_KEY });

    const { RefreshToken, AccessToken } = AuthenticationResult ?? {};
    await expect(refreshWith(RefreshToken, { DEVICE_KEY })).resolves.toHaveProperty('AuthenticationResult');
    await expect(refreshWith(RefreshToken, {})).rejects.toEqual(
      refusal('NotAuthorizedException', 'Invalid Refresh Token.'),
    );

    const { Device } = await journey.cognito.send(new GetDeviceCommand({ AccessToken, DeviceKey: DEVICE_KEY }));
    expect(Device?.DeviceAttributes).toEqual(
      expect.arrayContaining([
        { Name: 'device_name', Value: 'Laptop' },
        { Name: 'dev:device_remembered_status', Value: 'remembered' },
      ]),
    );
    const { Devices } = await journey.cognito.send(new ListDevicesCommand({ AccessToken }));
    expect(Devices?.map(({ DeviceKey }) => DeviceKey)).toEqual([DEVICE_KEY]);
  });

  test('a device that was never confirmed, or is not to be remembered, is asked for a code', async () => {
    const { AuthenticationResult } = await showCode(await signInBySrp(journey, email));
    const unconfirmed = AuthenticationResult?.NewDeviceMetadata?.DeviceKey ?? '';
    expect(await signInBySrp(journey, email, { DEVICE_KEY: unconfirmed })).toMatchObject(byTotp);
    const { DEVICE_KEY } = await remember('not_remembered');
    expect(await signInBySrp(journey, email, { DEVICE_KEY })).toMatchObject(byTotp);
  });

  test('a wrong password or a wrong device secret is refused in the same words', async () => {
    const { DEVICE_KEY, identity } = await remember();
    await expect(signInBySrp(journey, email, { DEVICE_KEY }, otherPassword)).rejects.toEqual(incorrect);
    const challenge = await signInBySrp(journey, email, { DEVICE_KEY });
    const thief = { DEVICE_KEY, identity: { ...identity, password: 'another secret' } };
    await expect(proveDevice(journey, challenge, thief)).rejects.toEqual(incorrect);
  });

  test('a key that the user was not given is refused', async () => {
    const DEVICE_KEY = 'eu-west-1_0f9e8d7c-6b5a-4493-8271-605f4e3d2c1b';
    await expect(signInBySrp(journey, email, { DEVICE_KEY })).rejects.toEqual(
      refusal('ResourceNotFoundException', 'Device does not exist.'),
    );
  });
});
