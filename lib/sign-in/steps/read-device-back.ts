import { GetDeviceCommand, ListDevicesCommand } from '@aws-sdk/client-cognito-identity-provider';
import { ExpectationError } from '../expectation-error';
import { held } from '../progress';
import type { Step } from '../step';
import { noDeviceTracking } from './no-device-tracking';

export const readDeviceBack: Step = {
  name: 'Read the device back',
  proves: 'the user sees the confirmed device, alone and in the list',
  operations: () => ['GetDevice', 'ListDevices'],
  notApplicable: noDeviceTracking,

  async run(progress, { target, signal }) {
    const { accessToken: AccessToken } = held(progress, 'tokens');
    const { key: DeviceKey } = held(progress, 'device');
    const options = { abortSignal: signal };
    const { Device } = await target.cognito.send(new GetDeviceCommand({ AccessToken, DeviceKey }), options);
    if (Device?.DeviceKey !== DeviceKey)
      throw new ExpectationError(`GetDevice names ${Device?.DeviceKey ?? 'no device'}; expected ${DeviceKey}.`);
    const { Devices = [] } = await target.cognito.send(new ListDevicesCommand({ AccessToken }), options);
    if (!Devices.some((each) => each.DeviceKey === DeviceKey))
      throw new ExpectationError(`ListDevices names ${Devices.length} devices; expected ${DeviceKey} among them.`);
    return progress;
  },
};
