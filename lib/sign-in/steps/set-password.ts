import { AdminSetUserPasswordCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { Step } from '../step';

export const setPassword: Step = {
  name: 'Set a permanent password',
  proves: "a password that satisfies the template's policy is accepted, and the user is confirmed",
  operations: () => ['AdminSetUserPassword'],

  async run(progress, { target, user, signal }) {
    const { cognito, userPoolId: UserPoolId } = target;
    await cognito.send(
      new AdminSetUserPasswordCommand({
        UserPoolId,
        Username: user.signInName,
        Password: user.password,
        Permanent: true,
      }),
      { abortSignal: signal },
    );
    return progress;
  },
};
