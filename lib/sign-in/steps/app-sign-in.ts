import { readChallenge, readTokens } from '../auth-answer';
import { expectRefusal } from '../expect-refusal';
import { ExpectationError } from '../expectation-error';
import { codeFromInbox } from '../inbox';
import { held } from '../progress';
import type { Progress } from '../progress';
import { showPassword, showPasswordOperations } from '../show-password';
import { respond, respondOperation } from '../sign-in-calls';
import { spendCode } from '../spend-code';
import type { Step, StepContext } from '../step';

/** The application met a challenge that it was not written for. */
export class UnknownChallengeError extends Error {
  override readonly name = 'UnknownChallengeError';
}

/** What the application had to answer after the password. */
type Met = 'no challenge' | 'SOFTWARE_TOKEN_MFA' | 'SMS_MFA';

/** The sign-in of an application, one for all its users: it knows two challenges, and stops at any other. */
async function signInToApp(progress: Progress, context: StepContext): Promise<readonly [Met, Progress]> {
  const { secrets } = context;
  const output = await showPassword(context);
  switch (output.ChallengeName) {
    case undefined:
      return ['no challenge', { ...progress, ...readTokens(output, secrets) }];
    case 'SOFTWARE_TOKEN_MFA': {
      const challenge = readChallenge(output, 'SOFTWARE_TOKEN_MFA', secrets);
      const { answer, softwareToken } = await spendCode(held(progress, 'softwareToken'), context, (code) =>
        respond(challenge, { SOFTWARE_TOKEN_MFA_CODE: code }, context),
      );
      return ['SOFTWARE_TOKEN_MFA', { ...progress, softwareToken, ...readTokens(answer, secrets) }];
    }
    case 'SMS_MFA': {
      const challenge = readChallenge(output, 'SMS_MFA', secrets);
      const code = await codeFromInbox('Authentication', context.user.phoneNumber, context);
      const answer = await respond(challenge, { SMS_MFA_CODE: code }, context);
      return ['SMS_MFA', { ...progress, ...readTokens(answer, secrets) }];
    }
    default:
      throw new UnknownChallengeError(`The application cannot answer ${output.ChallengeName}.`);
  }
}

/** A sign-in through the application that must meet exactly this. */
export function signInThroughApp(expected: Met): Step {
  return {
    name: 'Sign in through the application',
    proves: `the application lets in who meets ${expected}`,
    operations: (target) =>
      expected === 'no challenge'
        ? showPasswordOperations(target)
        : [...new Set([...showPasswordOperations(target), respondOperation(target)])],

    async run(progress, context) {
      const [met, after] = await signInToApp(progress, context);
      if (met !== expected) throw new ExpectationError(`The application met ${met}; expected ${expected}.`);
      return after;
    },
  };
}

export const appStopsAtUnknownChallenge: Step = {
  name: 'Meet an unknown challenge',
  proves: 'the application stops at NEW_PASSWORD_REQUIRED, which it does not know, and names it',
  operations: showPasswordOperations,

  async run(progress, context) {
    const unknown = { exception: 'UnknownChallengeError', message: /NEW_PASSWORD_REQUIRED/ };
    await expectRefusal(unknown, 'a challenge that the application does not know', () =>
      signInToApp(progress, context),
    );
    return progress;
  },
};
