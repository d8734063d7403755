import { readDeviceChallenge } from '../auth-answer';
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

/** A sign-in that names the confirmed device, up to the challenge of the device. */
export async function beginFromDevice(progress: Progress, context: StepContext): Promise<Progress> {
  const output = await showPassword(context, held(progress, 'device').key);
  return { ...progress, challenge: readDeviceChallenge(output, held(progress, 'username'), context.secrets) };
}
