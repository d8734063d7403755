import { AdminSetUserMFAPreferenceCommand } from '@aws-sdk/client-cognito-identity-provider';
import { expectRefusal } from '../expect-refusal';
import { held } from '../progress';
import { refusals } from '../refusals';
import { respond, respondOperation } from '../sign-in-calls';
import type { Step } from '../step';
import { chooseStep, totpCode } from '../totp';

export const takeAuthenticatorAway: Step = {
  name: 'Switch TOTP off for the user',
  proves: 'an administrator can let a user in again whose authenticator is lost',
  operations: () => ['AdminSetUserMFAPreference'],

  async run(progress, { target, user, signal }) {
    await target.cognito.send(
      new AdminSetUserMFAPreferenceCommand({
        UserPoolId: target.userPoolId,
        Username: user.signInName,
        SoftwareTokenMfaSettings: { Enabled: false, PreferredMfa: false },
      }),
      { abortSignal: signal },
    );
    return { ...progress, lostToken: held(progress, 'softwareToken') };
  },
};

export const lostCodeIsRefused: Step = {
  name: 'Try a code of the lost one',
  proves: 'whoever has the lost authenticator does not get in, and the challenge stays open for the right code',
  operations: (target) => [respondOperation(target)],

  async run(progress, context) {
    const { surroundings, secrets } = context;
    const { secretCode, lastStep } = held(progress, 'lostToken');
    const code = totpCode(secretCode, chooseStep(surroundings.now(), lastStep).step, secrets);
    await expectRefusal(refusals.wrongCode, 'a code of the lost authenticator', () =>
      respond(held(progress, 'challenge'), { SOFTWARE_TOKEN_MFA_CODE: code }, context),
    );
    return progress;
  },
};
