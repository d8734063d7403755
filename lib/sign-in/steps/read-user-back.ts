import { AdminGetUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import { ExpectationError } from '../expectation-error';
import type { Step } from '../step';
import { noSoftwareTokens } from './no-software-tokens';

export const readUserBack: Step = {
  ...readPreferenceBack('SOFTWARE_TOKEN_MFA'),
  notApplicable: noSoftwareTokens,
};

/** The user as an administrator sees them, with that factor preferred. */
export function readPreferenceBack(factor: 'SMS_MFA' | 'SOFTWARE_TOKEN_MFA'): Step {
  return {
    name: 'Read the user back',
    proves: `PreferredMfaSetting and UserMFASettingList name ${factor}`,
    operations: () => ['AdminGetUser'],

    async run(progress, { target, user, signal }) {
      const { PreferredMfaSetting: preferred, UserMFASettingList: list = [] } = await target.cognito.send(
        new AdminGetUserCommand({ UserPoolId: target.userPoolId, Username: user.signInName }),
        { abortSignal: signal },
      );
      if (preferred !== factor || !list.includes(factor)) {
        throw new ExpectationError(
          `PreferredMfaSetting is ${preferred ?? 'absent'} and UserMFASettingList is ${JSON.stringify(list)}; ` +
            `expected ${factor} in both.`,
        );
      }
      return progress;
    },
  };
}
