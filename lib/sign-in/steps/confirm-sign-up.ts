import { AdminGetUserCommand, ConfirmSignUpCommand } from '@aws-sdk/client-cognito-identity-provider';
import { expectRefusal } from '../expect-refusal';
import { ExpectationError, present } from '../expectation-error';
import { alterCode } from '../inbox';
import { held } from '../progress';
import { refusals } from '../refusals';
import { secretHashMember } from '../secret-hash';
import type { Step, StepContext } from '../step';

export const wrongSignUpCodeIsRefused: Step = {
  name: 'Try another sign-up code',
  proves: 'whoever did not get the code cannot confirm the user',
  operations: () => ['ConfirmSignUp'],

  async run(progress, context) {
    const code = alterCode(held(progress, 'messageCode'), context.secrets);
    await expectRefusal(refusals.wrongCode, 'another sign-up code', () => confirm(code, context));
    return progress;
  },
};

export const confirmSignUp: Step = {
  name: 'Confirm the sign-up',
  proves: 'the code from the message confirms the user, unless the pre-sign-up trigger has done so already',
  operations: () => ['ConfirmSignUp', 'AdminGetUser'],

  async run(progress, context) {
    const { target, user, signal } = context;
    if (progress.messageCode !== undefined) await confirm(progress.messageCode, context);
    const { Username, UserStatus } = await target.cognito.send(
      new AdminGetUserCommand({ UserPoolId: target.userPoolId, Username: user.signInName }),
      { abortSignal: signal },
    );
    if (UserStatus !== 'CONFIRMED')
      throw new ExpectationError(`The status of the user is ${UserStatus ?? 'absent'}; expected CONFIRMED.`);
    return { ...progress, username: present(Username, 'Username') };
  },
};

function confirm(ConfirmationCode: string, { target, user, secrets, signal }: StepContext): Promise<unknown> {
  const { cognito, client } = target;
  const hash = secretHashMember(client, user.signInName);
  secrets.keep(hash.SecretHash);
  return cognito.send(
    new ConfirmSignUpCommand({ ClientId: client.id, Username: user.signInName, ConfirmationCode, ...hash }),
    { abortSignal: signal },
  );
}
