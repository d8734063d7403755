import {
  AdminForgetDeviceCommand,
  AdminGetDeviceCommand,
  AdminListDevicesCommand,
  AdminUpdateDeviceStatusCommand,
  ForgetDeviceCommand,
  UpdateDeviceStatusCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { totpCode } from '../local-pool/totp-code';
import { beginJourney, refusal, type Journey } from './journey';
import { createUser, enrolTotp } from './people';
import { answer, confirmDevice, signInBySrp, type JourneyDevice } from './srp';

describe('J13: a device is forgotten', () => {
  const email = 'grace@example.com';
  const byTotp = { ChallengeName: 'SOFTWARE_TOKEN_MFA' };
  const byDevice = { ChallengeName: 'DEVICE_SRP_AUTH' };
  const unknownDevice = refusal('ResourceNotFoundException', 'Device does not exist.');
  let journey: Journey;
  let device: JourneyDevice;

  beforeAll(async () => {
    journey = await beginJourney('dev');
  });
  beforeEach(async () => {
    await createUser(journey, email);
    const secret = await enrolTotp(journey, email);
    const code = totpCode(secret, journey.clock);
    const challenge = await signInBySrp(journey, email);
    const USERNAME = challenge.ChallengeParameters?.['USER_ID_FOR_SRP'] ?? '';
    const reply = await answer(journey, challenge, { USERNAME, SOFTWARE_TOKEN_MFA_CODE: code });
    device = await confirmDevice(journey, reply.AuthenticationResult);
  });
  afterEach(() => journey.startOver());
  afterAll(() => journey.close());

  const signIn = () => signInBySrp(journey, email, { DEVICE_KEY: device.DEVICE_KEY });
  const own = () => ({ AccessToken: device.AccessToken, DeviceKey: device.DEVICE_KEY });
  const admin = () => ({ UserPoolId: journey.UserPoolId, Username: email, DeviceKey: device.DEVICE_KEY });

  test.each([
    ['its user', () => journey.cognito.send(new ForgetDeviceCommand(own()))],
    ['an administrator', () => journey.cognito.send(new AdminForgetDeviceCommand(admin()))],
  ])('by %s: its key means nothing any more, and TOTP is asked again', async (_who, forget) => {
    expect(await signIn()).toMatchObject(byDevice);
    await forget();
    await expect(signIn()).rejects.toEqual(unknownDevice);
    await expect(forget()).rejects.toEqual(unknownDevice);
    expect(await signInBySrp(journey, email)).toMatchObject(byTotp);
    await expect(journey.cognito.send(new AdminGetDeviceCommand(admin()))).rejects.toEqual(unknownDevice);
    const { UserPoolId, Username } = admin();
    const { Devices } = await journey.cognito.send(new AdminListDevicesCommand({ UserPoolId, Username }));
    expect(Devices).toEqual([]);
  });

  test.each<[string, (status: 'remembered' | 'not_remembered') => Promise<unknown>]>([
    [
      'its user',
      (DeviceRememberedStatus) =>
        journey.cognito.send(new UpdateDeviceStatusCommand({ ...own(), DeviceRememberedStatus })),
    ],
    [
      'an administrator',
      (DeviceRememberedStatus) =>
        journey.cognito.send(new AdminUpdateDeviceStatusCommand({ ...admin(), DeviceRememberedStatus })),
    ],
  ])('%s turns remembering off and on again', async (_who, say) => {
    await say('not_remembered');
    expect(await signIn()).toMatchObject(byTotp);
    await say('remembered');
    expect(await signIn()).toMatchObject(byDevice);
  });
});
