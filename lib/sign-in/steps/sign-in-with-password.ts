import { readChallenge, readTokens } from '../auth-answer';
import { showPassword, showPasswordOperations } from '../show-password';
import type { Step } from '../step';

/** The first sign-in, where MFA is off or optional. */
export const signInWithPassword: Step = {
  name: 'Sign in with the password',
  proves: 'the app client takes the password, and a user without an authenticator gets tokens',
  operations: showPasswordOperations,

  async run(progress, context) {
    return { ...progress, ...readTokens(await showPassword(context), context.secrets) };
  },
};

/** The first sign-in, where MFA is required. */
export const signInToEnrol: Step = {
  name: 'Sign in with the password',
  proves: 'a user without an authenticator is let no further than to the MFA_SETUP challenge',
  operations: showPasswordOperations,

  async run(progress, context) {
    const challenge = readChallenge(await showPassword(context), 'MFA_SETUP', context.secrets);
    return { ...progress, challenge };
  },
};
