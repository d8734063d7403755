import { ConfirmDeviceCommand } from '@aws-sdk/client-cognito-identity-provider';
import { deviceVerifier } from '../device-verifier';
import type { DeviceSecret } from '../device-verifier';
import { ExpectationError } from '../expectation-error';
import { held } from '../progress';
import type { Step } from '../step';
import { noDeviceTracking } from './no-device-tracking';

export const confirmDevice: Step = {
  name: 'Confirm the device',
  proves: 'the sign-in made a device known, and its SRP verifier is accepted',
  operations: () => ['ConfirmDevice'],

  notApplicable: noDeviceTracking,

  async run(progress, { target, surroundings, secrets, signal }) {
    const device: DeviceSecret = {
      ...held(progress, 'newDevice'),
      password: secrets.keep(surroundings.randomBytes(40).toString('base64')),
    };
    const { UserConfirmationNecessary: asks } = await target.cognito.send(
      new ConfirmDeviceCommand({
        AccessToken: held(progress, 'tokens').accessToken,
        DeviceKey: device.key,
        DeviceName: 'sign-in journey',
        DeviceSecretVerifierConfig: deviceVerifier(device, surroundings.randomBytes(16)),
      }),
      { abortSignal: signal },
    );
    const expected = target.pool.deviceTracking?.asksUser ?? false;
    if (asks !== expected) {
      throw new ExpectationError(
        `UserConfirmationNecessary is ${String(asks)}; expected ${expected} by DeviceOnlyRememberedOnUserPrompt.`,
      );
    }
    return { ...progress, device };
  },
};
