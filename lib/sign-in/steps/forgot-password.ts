import { ConfirmForgotPasswordCommand, ForgotPasswordCommand } from '@aws-sdk/client-cognito-identity-provider';
import { expectRefusal } from '../expect-refusal';
import { ExpectationError } from '../expectation-error';
import { alterCode, codeFromInbox } from '../inbox';
import { shortPassword } from '../password';
import { held } from '../progress';
import { refusals } from '../refusals';
import { secretHashMember } from '../secret-hash';
import type { Step, StepContext } from '../step';

export const forgetPassword: Step = {
  name: 'Ask for a new password',
  proves: 'the service sends a code to the verified address',
  operations: () => ['ForgotPassword'],

  async run(progress, context) {
    const { target, user, signal } = context;
    const { CodeDeliveryDetails: delivery } = await target.cognito.send(new ForgotPasswordCommand(whose(context)), {
      abortSignal: signal,
    });
    if (delivery?.AttributeName !== 'email')
      throw new ExpectationError(`The code was sent to ${delivery?.AttributeName ?? 'nobody'}; expected email.`);
    return { ...progress, messageCode: await codeFromInbox('ForgotPassword', user.email, context) };
  },
};

const confirmation = { operations: () => ['ConfirmForgotPassword'] } as const;

export const shortPasswordIsRefused: Step = {
  ...confirmation,
  name: 'Try a short password',
  proves: 'the password policy holds here too, and the message names the rule',

  async run(progress, context) {
    const code = held(progress, 'messageCode');
    await expectRefusal(refusals.shortPassword, 'a password that is too short', () =>
      confirm(code, shortPassword, context),
    );
    return progress;
  },
};

export const wrongResetCodeIsRefused: Step = {
  ...confirmation,
  name: 'Try another code',
  proves: 'whoever did not get the code cannot replace the password',

  async run(progress, context) {
    const code = alterCode(held(progress, 'messageCode'), context.secrets);
    await expectRefusal(refusals.wrongCode, 'another code', () =>
      confirm(code, context.user.anotherPassword(), context),
    );
    return progress;
  },
};

export const resetPassword: Step = {
  ...confirmation,
  name: 'Replace the password',
  proves: 'the code from the message replaces the password',

  async run(progress, context) {
    const { user } = context;
    const { password: formerPassword } = user;
    const password = user.anotherPassword();
    await confirm(held(progress, 'messageCode'), password, context);
    user.passwordBecomes(password);
    return { ...progress, formerPassword };
  },
};

export const spentResetCodeIsRefused: Step = {
  ...confirmation,
  name: 'Try the code again',
  proves: 'a code replaces a password once',

  async run(progress, context) {
    const code = held(progress, 'messageCode');
    await expectRefusal(refusals.spentCode, 'a code that was used', () =>
      confirm(code, context.user.anotherPassword(), context),
    );
    return progress;
  },
};

function confirm(ConfirmationCode: string, Password: string, context: StepContext): Promise<unknown> {
  return context.target.cognito.send(
    new ConfirmForgotPasswordCommand({ ...whose(context), ConfirmationCode, Password }),
    { abortSignal: context.signal },
  );
}

function whose({ target, user, secrets }: StepContext) {
  const hash = secretHashMember(target.client, user.signInName);
  secrets.keep(hash.SecretHash);
  return { ClientId: target.client.id, Username: user.signInName, ...hash };
}
