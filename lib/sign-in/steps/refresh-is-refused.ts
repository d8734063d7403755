import { expectRefusal } from '../expect-refusal';
import { held } from '../progress';
import { refusals } from '../refusals';
import { refresh, refreshOperation } from '../sign-in-calls';
import type { Step } from '../step';
import { noRefresh } from './no-refresh';

export const refreshIsRefused: Step = {
  name: 'Try to refresh again',
  proves: 'after the sign-out the refresh token is refused',
  operations: (target) => [refreshOperation(target)],
  notApplicable: noRefresh,

  async run(progress, context) {
    const request = {
      refreshToken: held(progress, 'tokens').refreshToken,
      username: held(progress, 'username'),
      deviceKey: progress.device?.key,
    };
    await expectRefusal(refusals.endedRefresh, 'the refresh token of an ended session', () =>
      refresh(request, context),
    );
    return progress;
  },
};
