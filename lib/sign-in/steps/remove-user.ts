import { AdminDeleteUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { Step } from '../step';

/** The clean-up: it runs after every journey, also after a failed or interrupted one. */
export const removeUser: Step = {
  name: 'Remove the user',
  proves: 'nothing of the journey is left in the pool',
  operations: () => ['AdminDeleteUser'],

  async run(progress, { target, user, signal }) {
    const { cognito, userPoolId: UserPoolId } = target;
    try {
      await cognito.send(new AdminDeleteUserCommand({ UserPoolId, Username: user.signInName }), {
        abortSignal: signal,
      });
    } catch (error) {
      // Nobody to remove: the creation was interrupted, or failed without the service saying so.
      if (!(error instanceof Error && error.name === 'UserNotFoundException')) throw error;
    }
    return progress;
  },
};
