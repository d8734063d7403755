import { challengeParameters, readChallenge } from '../auth-answer';
import { expectRefusal } from '../expect-refusal';
import { ExpectationError } from '../expectation-error';
import { codeFromInbox } from '../inbox';
import { held } from '../progress';
import { refusals } from '../refusals';
import { showPassword, showPasswordOperations } from '../show-password';
import { respond, respondOperation } from '../sign-in-calls';
import type { Step } from '../step';
import type { Target } from '../target';

const operations = (target: Target): readonly string[] => [respondOperation(target)];

export const signInToSelect: Step = {
  name: 'Sign in with several factors',
  proves: 'a user with several factors and no preference is asked which one: SELECT_MFA_TYPE',
  operations: showPasswordOperations,

  async run(progress, context) {
    const output = await showPassword(context);
    const challenge = readChallenge(output, 'SELECT_MFA_TYPE', context.secrets);
    const offered = challengeParameters(output, 'SELECT_MFA_TYPE')('MFAS_CAN_CHOOSE');
    if (!offered.includes('"SMS_MFA"') || !offered.includes('"SOFTWARE_TOKEN_MFA"'))
      throw new ExpectationError(`MFAS_CAN_CHOOSE is ${offered}; expected SMS_MFA and SOFTWARE_TOKEN_MFA in it.`);
    return { ...progress, challenge };
  },
};

export const lackingFactorIsRefused: Step = {
  name: 'Choose a factor that is not there',
  proves: 'nobody gets around the factors that the user has',
  operations,

  notApplicable({ pool }) {
    return pool.factors.includes('EMAIL_OTP') ? 'The user has every factor of this pool (EnabledMfas).' : undefined;
  },

  async run(progress, context) {
    await expectRefusal(refusals.factorNotThere, 'a factor that the user lacks', () =>
      respond(held(progress, 'challenge'), { ANSWER: 'EMAIL_OTP' }, context),
    );
    return progress;
  },
};

export const chooseTextMessage: Step = {
  name: 'Choose the text message',
  proves: 'the choice leads to SMS_MFA, and a code comes to the phone number',
  operations,

  async run(progress, context) {
    const output = await respond(held(progress, 'challenge'), { ANSWER: 'SMS_MFA' }, context);
    const challenge = readChallenge(output, 'SMS_MFA', context.secrets);
    const messageCode = await codeFromInbox('Authentication', context.user.phoneNumber, context);
    return { ...progress, challenge, messageCode };
  },
};

export const chooseSoftwareToken: Step = {
  name: 'Choose the authenticator',
  proves: 'the choice leads to SOFTWARE_TOKEN_MFA',
  operations,

  async run(progress, context) {
    const output = await respond(held(progress, 'challenge'), { ANSWER: 'SOFTWARE_TOKEN_MFA' }, context);
    return { ...progress, challenge: readChallenge(output, 'SOFTWARE_TOKEN_MFA', context.secrets) };
  },
};
