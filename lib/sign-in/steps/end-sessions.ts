import {
  AdminUserGlobalSignOutCommand,
  GetUserCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { expectRefusal } from '../expect-refusal';
import { ExpectationError } from '../expectation-error';
import { held } from '../progress';
import type { Progress } from '../progress';
import { refusals } from '../refusals';
import type { Step, StepContext } from '../step';

export const readOneself: Step = {
  name: 'Read oneself',
  proves: 'the access token is good',
  operations: () => ['GetUser'],

  async run(progress, context) {
    const { Username } = await getUser(progress, context);
    if (Username !== held(progress, 'username'))
      throw new ExpectationError('GetUser names another user than the one who signed in.');
    return progress;
  },
};

export const revokeSession: Step = {
  name: 'Revoke the refresh token',
  proves: 'whoever holds a refresh token can end its session, and its access token is refused from then on',
  operations: () => ['RevokeToken', 'GetUser'],

  notApplicable({ client }) {
    return client.tokenRevocation
      ? undefined
      : 'The app client does not revoke single tokens (EnableTokenRevocation false).';
  },

  async run(progress, context) {
    const { target, signal } = context;
    const { cognito, client } = target;
    const secret = client.secret !== undefined && { ClientSecret: client.secret };
    const request = { Token: held(progress, 'tokens').refreshToken, ClientId: client.id, ...secret };
    await cognito.send(new RevokeTokenCommand(request), { abortSignal: signal });
    await accessIsRefused(progress, context);
    return progress;
  },
};

export const signOutByAdmin: Step = {
  name: 'Have the user signed out',
  proves: 'an administrator ends every session of a user, and the access token is refused from then on',
  operations: () => ['AdminUserGlobalSignOut', 'GetUser'],

  async run(progress, context) {
    const { target, user, signal } = context;
    await target.cognito.send(
      new AdminUserGlobalSignOutCommand({ UserPoolId: target.userPoolId, Username: user.signInName }),
      { abortSignal: signal },
    );
    await accessIsRefused(progress, context);
    return progress;
  },
};

function accessIsRefused(progress: Progress, context: StepContext): Promise<void> {
  return expectRefusal(refusals.endedAccess, 'the access token of an ended session', () => getUser(progress, context));
}

function getUser(progress: Progress, { target, signal }: StepContext) {
  const { accessToken: AccessToken } = held(progress, 'tokens');
  return target.cognito.send(new GetUserCommand({ AccessToken }), { abortSignal: signal });
}
