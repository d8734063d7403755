import { GetUserCommand, GlobalSignOutCommand } from '@aws-sdk/client-cognito-identity-provider';
import { expectRefusal } from '../expect-refusal';
import { held } from '../progress';
import { refusals } from '../refusals';
import type { Step } from '../step';

export const signOutEverywhere: Step = {
  name: 'Sign out everywhere',
  proves: 'the user ends every session, and the access token is refused from then on',
  operations: () => ['GlobalSignOut', 'GetUser'],

  async run(progress, { target, signal }) {
    const { accessToken: AccessToken } = held(progress, 'tokens');
    const options = { abortSignal: signal };
    await target.cognito.send(new GlobalSignOutCommand({ AccessToken }), options);
    await expectRefusal(refusals.endedAccess, 'the access token of an ended session', () =>
      target.cognito.send(new GetUserCommand({ AccessToken }), options),
    );
    return progress;
  },
};
