import { expectRefusal } from '../expect-refusal';
import { held } from '../progress';
import { refusals } from '../refusals';
import { refresh, refreshOperation } from '../sign-in-calls';
import type { Step } from '../step';
import { noDeviceTracking } from './no-device-tracking';
import { noRefresh } from './no-refresh';

export const refreshWithoutDevice: Step = {
  name: 'Refresh without the device',
  proves: 'the refresh token is worth nothing without the device that it was issued with',
  operations: (target) => [refreshOperation(target)],
  notApplicable: (target) => noDeviceTracking(target) ?? noRefresh(target),

  async run(progress, context) {
    const request = {
      refreshToken: held(progress, 'tokens').refreshToken,
      username: held(progress, 'username'),
      deviceKey: undefined,
    };
    await expectRefusal(refusals.endedRefresh, 'a refresh token without its device', () => refresh(request, context));
    return progress;
  },
};
