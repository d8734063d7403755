import { readTokens } from '../auth-answer';
import { ExpectationError } from '../expectation-error';
import { held } from '../progress';
import { showDevice } from '../show-device';
import { respondOperation } from '../sign-in-calls';
import type { Step } from '../step';
import { noDeviceTracking } from './no-device-tracking';

export const proveDevice: Step = {
  name: 'Prove the device',
  proves: 'the secret of the device opens the session, and no other device begins to be tracked',
  operations: (target) => [respondOperation(target)],
  notApplicable: noDeviceTracking,

  async run(progress, context) {
    const output = await showDevice(held(progress, 'challenge'), held(progress, 'device'), context);
    const signedIn = readTokens(output, context.secrets);
    if (signedIn.newDevice !== undefined)
      throw new ExpectationError('The answer has NewDeviceMetadata; expected none, as the device is known.');
    return { ...progress, ...signedIn };
  },
};
