import { expectRefusal } from '../expect-refusal';
import { held } from '../progress';
import { refusals } from '../refusals';
import { showDevice } from '../show-device';
import { showPasswordOperations } from '../show-password';
import type { Step } from '../step';
import { noDeviceTracking } from './no-device-tracking';
import { beginFromDevice } from './sign-in-from-device';

export const otherSecretIsRefused: Step = {
  name: 'Try another device secret',
  proves: 'whoever knows the password and the device key, but not the secret of the device, is refused',
  operations: showPasswordOperations,
  notApplicable: noDeviceTracking,

  async run(progress, context) {
    const { secrets, surroundings } = context;
    const begun = await beginFromDevice(progress, context);
    const other = {
      ...held(progress, 'device'),
      password: secrets.keep(surroundings.randomBytes(40).toString('base64')),
    };
    await expectRefusal(refusals.wrongPassword, 'another device secret', () =>
      showDevice(held(begun, 'challenge'), other, context),
    );
    return progress;
  },
};
