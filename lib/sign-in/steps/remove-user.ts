import { AdminDeleteUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { Step, StepContext } from '../step';
import type { TestUser } from '../test-user';

/** The clean-up: it runs after every journey, also after a failed or interrupted one. */
export const removeUser: Step = {
  name: 'Remove the user',
  proves: 'nothing of the journey is left in the pool',
  operations: () => ['AdminDeleteUser'],

  async run(progress, context) {
    const { user, other } = context;
    // One who cannot be removed does not keep the other one in the pool.
    await remove(user, context).finally(() => remove(other, context));
    return progress;
  },
};

async function remove(user: TestUser, { target, signal }: StepContext): Promise<void> {
  if (!user.mayExist) return;
  const { cognito, userPoolId: UserPoolId } = target;
  try {
    await cognito.send(new AdminDeleteUserCommand({ UserPoolId, Username: user.signInName }), { abortSignal: signal });
  } catch (error) {
    // Nobody to remove: the creation was interrupted, or failed without the service saying so.
    if (!(error instanceof Error && error.name === 'UserNotFoundException')) throw error;
  }
  user.wasRemoved();
}
