import { ConfirmDeviceCommand } from '@aws-sdk/client-cognito-identity-provider';
import { deviceVerifier } from '../device-verifier';
import { ExpectationError } from '../expectation-error';
import { held } from '../progress';
import type { Step } from '../step';

export const confirmDevice: Step = {
  name: 'Confirm the device',
  proves: 'the sign-in made a device known, and its SRP verifier is accepted',
  operations: () => ['ConfirmDevice'],

  notApplicable({ pool }) {
    return pool.deviceTracking === undefined
      ? 'Device tracking is off in this pool (no DeviceConfiguration).'
      : undefined;
  },

  async run(progress, { target, surroundings, secrets, signal }) {
    const device = held(progress, 'newDevice');
    const { UserConfirmationNecessary: asks } = await target.cognito.send(
      new ConfirmDeviceCommand({
        AccessToken: held(progress, 'tokens').accessToken,
        DeviceKey: device.key,
        DeviceName: 'sign-in journey',
        DeviceSecretVerifierConfig: deviceVerifier({
          ...device,
          password: secrets.keep(surroundings.randomBytes(40).toString('base64')),
          salt: surroundings.randomBytes(16),
        }),
      }),
      { abortSignal: signal },
    );
    const expected = target.pool.deviceTracking?.asksUser ?? false;
    if (asks !== expected) {
      throw new ExpectationError(
        `UserConfirmationNecessary is ${String(asks)}; expected ${expected} by DeviceOnlyRememberedOnUserPrompt.`,
      );
    }
    return { ...progress, confirmedDeviceKey: device.key };
  },
};
