import { readChallenge, readTokens } from '../auth-answer';
import { expectRefusal } from '../expect-refusal';
import { alterCode, codeFromInbox } from '../inbox';
import { held } from '../progress';
import { refusals } from '../refusals';
import { showPassword, showPasswordOperations } from '../show-password';
import { respond, respondOperation } from '../sign-in-calls';
import type { Step } from '../step';

export const signInToTextMessage: Step = {
  name: 'Sign in to a text message',
  proves: 'the password alone is not enough: SMS_MFA follows, and a code comes to the phone number',
  operations: showPasswordOperations,

  async run(progress, context) {
    const challenge = readChallenge(await showPassword(context), 'SMS_MFA', context.secrets);
    const messageCode = await codeFromInbox('Authentication', context.user.phoneNumber, context);
    return { ...progress, challenge, messageCode };
  },
};

const answering = { operations: (target: Parameters<typeof respondOperation>[0]) => [respondOperation(target)] };

export const wrongTextCodeIsRefused: Step = {
  ...answering,
  name: 'Try another code',
  proves: 'whoever did not get the message is refused',

  async run(progress, context) {
    const code = alterCode(held(progress, 'messageCode'), context.secrets);
    await expectRefusal(refusals.wrongCode, 'another code', () =>
      respond(held(progress, 'challenge'), { SMS_MFA_CODE: code }, context),
    );
    return progress;
  },
};

export const answerWithTextCode: Step = {
  ...answering,
  name: 'Answer with the code of the message',
  proves: 'the code from the message opens the session',

  async run(progress, context) {
    const code = held(progress, 'messageCode');
    const output = await respond(held(progress, 'challenge'), { SMS_MFA_CODE: code }, context);
    return { ...progress, ...readTokens(output, context.secrets) };
  },
};

export const spentTextCodeIsRefused: Step = {
  ...answering,
  name: 'Try the code again',
  proves: 'the code ends with the session that it belongs to',

  async run(progress, context) {
    const code = held(progress, 'messageCode');
    await expectRefusal(refusals.endedSession, 'the code of a session that was used', () =>
      respond(held(progress, 'challenge'), { SMS_MFA_CODE: code }, context),
    );
    return progress;
  },
};
