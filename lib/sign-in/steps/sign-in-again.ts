import { readChallenge, readTokens } from '../auth-answer';
import { showPassword, showPasswordOperations } from '../show-password';
import type { Step } from '../step';
import { noSoftwareTokens } from './no-software-tokens';

/** The second sign-in, of a user with an authenticator. */
export const signInAgain: Step = {
  name: 'Sign in again',
  proves: 'the password alone is not enough any more: the SOFTWARE_TOKEN_MFA challenge follows',
  operations: showPasswordOperations,
  notApplicable: noSoftwareTokens,

  async run(progress, context) {
    const challenge = readChallenge(await showPassword(context), 'SOFTWARE_TOKEN_MFA', context.secrets);
    return { ...progress, challenge };
  },
};

/** The second sign-in in a pool without TOTP. */
export const signInAgainWithPassword: Step = {
  name: signInAgain.name,
  proves: 'the password opens a new session',
  operations: signInAgain.operations,

  async run(progress, context) {
    return { ...progress, ...readTokens(await showPassword(context), context.secrets) };
  },
};
