import { SetUserMFAPreferenceCommand } from '@aws-sdk/client-cognito-identity-provider';
import { held } from '../progress';
import type { Step } from '../step';
import { noSoftwareTokens } from './no-software-tokens';

export const preferSoftwareToken: Step = {
  name: 'Switch TOTP on for the user',
  proves: "the enrolled authenticator can be made the user's preferred factor",
  operations: () => ['SetUserMFAPreference'],
  notApplicable: noSoftwareTokens,

  async run(progress, { target, signal }) {
    await target.cognito.send(
      new SetUserMFAPreferenceCommand({
        AccessToken: held(progress, 'tokens').accessToken,
        SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
      }),
      { abortSignal: signal },
    );
    return progress;
  },
};
