import {
  AdminCreateUserCommand,
  CognitoIdentityProviderServiceException,
} from '@aws-sdk/client-cognito-identity-provider';
import { present } from '../expectation-error';
import type { Step } from '../step';

/** Refusals after which the user may exist all the same: a repeated request, or a message that could not be sent. */
const leavesUser = new Set(['UsernameExistsException', 'CodeDeliveryFailureException']);

export const createUser: Step = {
  name: 'Create a user',
  proves: 'the pool takes a new user, past the pre-sign-up trigger if there is one, and sends no message',
  operations: () => ['AdminCreateUser'],

  async run(progress, { target, user }) {
    const { cognito, userPoolId: UserPoolId } = target;
    const request = new AdminCreateUserCommand({
      UserPoolId,
      Username: user.signInName,
      UserAttributes: Object.entries(user.attributes).map(([Name, Value]) => ({ Name, Value })),
      MessageAction: 'SUPPRESS',
    });
    user.creationBegins();
    try {
      // Not ended by an interruption: the clean-up could come before the user.
      const { User: created } = await cognito.send(request);
      return { ...progress, username: present(created?.Username, 'User.Username') };
    } catch (error) {
      if (isRefusal(error)) user.creationWasRefused();
      throw error;
    }
  },
};

function isRefusal(error: unknown): boolean {
  return (
    error instanceof CognitoIdentityProviderServiceException && error.$fault === 'client' && !leavesUser.has(error.name)
  );
}
