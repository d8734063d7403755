import {
  AdminForgetDeviceCommand,
  AdminGetDeviceCommand,
  AdminListDevicesCommand,
  ForgetDeviceCommand,
  ListDevicesCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { DeviceType } from '@aws-sdk/client-cognito-identity-provider';
import { expectRefusal } from '../expect-refusal';
import { ExpectationError } from '../expectation-error';
import { held } from '../progress';
import { refusals } from '../refusals';
import { showPassword, showPasswordOperations } from '../show-password';
import type { Step } from '../step';

export const adminForgetsDevice: Step = {
  name: 'Have the device forgotten',
  proves: 'an administrator sees the device, and after its removal neither alone nor in the list',
  operations: () => ['AdminGetDevice', 'AdminForgetDevice', 'AdminListDevices'],

  async run(progress, { target, user, signal }) {
    const { cognito, userPoolId: UserPoolId } = target;
    const whose = { UserPoolId, Username: user.signInName };
    const device = { ...whose, DeviceKey: held(progress, 'device').key };
    const options = { abortSignal: signal };
    const { Device } = await cognito.send(new AdminGetDeviceCommand(device), options);
    if (Device?.DeviceKey !== device.DeviceKey)
      throw new ExpectationError(`AdminGetDevice names ${Device?.DeviceKey ?? 'none'}; expected ${device.DeviceKey}.`);
    await cognito.send(new AdminForgetDeviceCommand(device), options);
    await expectRefusal(refusals.unknownDevice, 'a forgotten device', () =>
      cognito.send(new AdminGetDeviceCommand(device), options),
    );
    const { Devices = [] } = await cognito.send(new AdminListDevicesCommand(whose), options);
    requireGone(device.DeviceKey, 'AdminListDevices', Devices);
    return { ...progress, device: undefined, newDevice: undefined };
  },
};

export const forgetDevice: Step = {
  name: 'Forget the device',
  proves: 'the user can have a device forgotten, and does not see it in the list any more',
  operations: () => ['ForgetDevice', 'ListDevices'],

  async run(progress, { target, signal }) {
    const { accessToken: AccessToken } = held(progress, 'tokens');
    const { key: DeviceKey } = held(progress, 'device');
    const options = { abortSignal: signal };
    await target.cognito.send(new ForgetDeviceCommand({ AccessToken, DeviceKey }), options);
    const { Devices = [] } = await target.cognito.send(new ListDevicesCommand({ AccessToken }), options);
    requireGone(DeviceKey, 'ListDevices', Devices);
    return progress;
  },
};

/** The key is still in the hands of the application. */
export const forgottenDeviceIsRefused: Step = {
  name: 'Sign in from the forgotten one',
  proves: 'the key of a forgotten device means nothing any more',
  operations: showPasswordOperations,

  async run(progress, context) {
    const { key: deviceKey } = held(progress, 'device');
    await expectRefusal(refusals.unknownDevice, 'a forgotten device', () => showPassword(context, { deviceKey }));
    return { ...progress, device: undefined, newDevice: undefined };
  },
};

function requireGone(key: string, operation: string, devices: readonly DeviceType[]): void {
  if (devices.some(({ DeviceKey }) => DeviceKey === key))
    throw new ExpectationError(`${operation} names ${key}; expected it to be forgotten.`);
}
