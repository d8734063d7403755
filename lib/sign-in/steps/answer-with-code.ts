import { readTokens } from '../auth-answer';
import { held } from '../progress';
import { respond, respondOperation } from '../sign-in-calls';
import { spendCode } from '../spend-code';
import type { Step } from '../step';
import { noSoftwareTokens } from './no-software-tokens';

export const answerWithCode: Step = {
  name: 'Answer with a TOTP code',
  proves: 'a real TOTP code, not the one that enrolled, opens the session',
  operations: (target) => [respondOperation(target)],
  notApplicable: noSoftwareTokens,

  async run(progress, context) {
    const challenge = held(progress, 'challenge');
    const { answer, softwareToken } = await spendCode(held(progress, 'softwareToken'), context, (code) =>
      respond(challenge, { SOFTWARE_TOKEN_MFA_CODE: code }, context),
    );
    return { ...progress, softwareToken, ...readTokens(answer, context.secrets) };
  },
};
