import { AdminCreateUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import { creating } from '../creation';
import { present } from '../expectation-error';
import type { Step } from '../step';

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
    const { User: created } = await creating(user, () => cognito.send(request));
    return { ...progress, username: present(created?.Username, 'User.Username') };
  },
};
