import { readChallenge, readChallengeFor } from '../auth-answer';
import { held } from '../progress';
import type { Progress } from '../progress';
import { showPassword, showPasswordOperations } from '../show-password';
import type { Step, StepContext } from '../step';
import { noDeviceTracking } from './no-device-tracking';

export const signInFromDevice: Step = {
  name: 'Sign in from the device',
  proves: 'the remembered device is asked to prove itself, and no TOTP code is asked for',
  operations: showPasswordOperations,
  notApplicable: noDeviceTracking,
  run: beginFromDevice,
};

export const signInFromUnrememberedDevice: Step = {
  name: 'Sign in from the device',
  proves: 'a device that is not remembered is as good as none: a TOTP code is asked for',
  operations: showPasswordOperations,

  async run(progress, context) {
    const output = await showPassword(context, { deviceKey: held(progress, 'device').key });
    return { ...progress, challenge: readChallenge(output, 'SOFTWARE_TOKEN_MFA', context.secrets) };
  },
};

/** A sign-in that names the confirmed device, up to the challenge of the device. */
export async function beginFromDevice(progress: Progress, context: StepContext): Promise<Progress> {
  const output = await showPassword(context, { deviceKey: held(progress, 'device').key });
  const challenge = readChallengeFor(held(progress, 'username'), output, 'DEVICE_SRP_AUTH', context.secrets);
  return { ...progress, challenge };
}
