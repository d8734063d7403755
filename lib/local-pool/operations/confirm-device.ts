import type { ConfirmDeviceResponse } from '@aws-sdk/client-cognito-identity-provider';
import { requireDeviceTracking } from '../devices/require-device';
import { findDevice } from '../state/device-tracking';
import { DeviceKeyExistsException, InvalidParameterException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required, string, structure } from '../wire/shape';
import { operation } from './operation';

/**
 * Confirms a tracked device and stores the verifier of its secret; a wrong verifier shows only when the device signs in.
 * Where the user is not asked first, the device is remembered at once (API_ConfirmDevice).
 */
export const confirmDevice = operation({
  name: 'ConfirmDevice',
  authorisation: 'access-token',
  input: {
    AccessToken: required(member.token),
    DeviceKey: required(member.deviceKey),
    DeviceName: string({ min: 1, max: 1024 }),
    DeviceSecretVerifierConfig: structure({
      PasswordVerifier: string({ sensitive: true }),
      Salt: string({ sensitive: true }),
    }),
  },
  async run(service, request): Promise<Wire<ConfirmDeviceResponse>> {
    const { pool, user, family } = await service.requireBearer(request.AccessToken);
    const deviceTracking = requireDeviceTracking(pool);
    const device = findDevice(user, request.DeviceKey);
    const { PasswordVerifier: passwordVerifier, Salt: salt } = request.DeviceSecretVerifierConfig ?? {};
    if (device === undefined) throw new InvalidParameterException('Invalid device key given.');
    if (device.confirmed) throw new DeviceKeyExistsException('Device key already exists.');
    if (passwordVerifier === undefined || salt === undefined)
      throw new InvalidParameterException('DeviceSecretVerifierConfig must hold PasswordVerifier and Salt.');
    const asksUser = deviceTracking.deviceOnlyRememberedOnUserPrompt;
    pool.users.updateDevice(user.username, device.key, {
      name: request.DeviceName,
      verifier: { passwordVerifier, salt },
      confirmed: true,
      remembered: !asksUser,
      standsInForSecondFactor: family.secondFactorShown,
    });
    return { UserConfirmationNecessary: asksUser };
  },
});
