import { readTokens } from '../auth-answer';
import { held } from '../progress';
import { respond, respondOperation } from '../sign-in-calls';
import type { Step } from '../step';
import { noSoftwareTokens } from './no-software-tokens';

export const finishEnrolment: Step = {
  name: 'Finish the enrolment',
  proves: 'the MFA_SETUP challenge is met by the enrolled authenticator, and tokens follow',
  operations: (target) => [respondOperation(target)],
  notApplicable: noSoftwareTokens,

  async run(progress, context) {
    const output = await respond(held(progress, 'challenge'), {}, context);
    return { ...progress, ...readTokens(output, context.secrets) };
  },
};
