import { UpdateDeviceStatusCommand } from '@aws-sdk/client-cognito-identity-provider';
import { held } from '../progress';
import type { Step } from '../step';
import { noDeviceTracking } from './no-device-tracking';

/** The user's own word, where the pool waits for it. */
export const rememberDevice: Step = {
  name: 'Remember the device',
  proves: 'the user can have the confirmed device remembered',
  operations: () => ['UpdateDeviceStatus'],

  notApplicable(target) {
    if (target.pool.deviceTracking?.asksUser === false)
      return 'The pool remembers a confirmed device without asking (DeviceOnlyRememberedOnUserPrompt false).';
    return noDeviceTracking(target);
  },

  async run(progress, { target, signal }) {
    await target.cognito.send(
      new UpdateDeviceStatusCommand({
        AccessToken: held(progress, 'tokens').accessToken,
        DeviceKey: held(progress, 'device').key,
        DeviceRememberedStatus: 'remembered',
      }),
      { abortSignal: signal },
    );
    return progress;
  },
};
