import { AdminSetUserPasswordCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { Step, StepContext } from '../step';

export const setPassword: Step = {
  name: 'Set a permanent password',
  proves: "a password that satisfies the template's policy is accepted, and the user is confirmed",
  operations: () => ['AdminSetUserPassword'],

  async run(progress, context) {
    await set(context, { Permanent: true });
    return progress;
  },
};

export const setTemporaryPassword: Step = {
  name: 'Set a temporary password',
  proves: 'an administrator can have a user choose a new password',
  operations: () => ['AdminSetUserPassword'],

  async run(progress, context) {
    context.user.passwordBecomes(context.user.anotherPassword());
    await set(context, { Permanent: false });
    return progress;
  },
};

async function set(
  { target, user, signal }: StepContext,
  { Permanent }: { readonly Permanent: boolean },
): Promise<void> {
  const { cognito, userPoolId: UserPoolId } = target;
  await cognito.send(
    new AdminSetUserPasswordCommand({ UserPoolId, Username: user.signInName, Password: user.password, Permanent }),
    { abortSignal: signal },
  );
}
