import {
  AdminDeleteUserAttributesCommand,
  AdminSetUserMFAPreferenceCommand,
  AdminUpdateUserAttributesCommand,
  SetUserMFAPreferenceCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { expectRefusal } from '../expect-refusal';
import { held } from '../progress';
import { refusals } from '../refusals';
import type { Step } from '../step';

export const givePhoneNumber: Step = {
  name: 'Give the user a phone number',
  proves: 'an administrator can give a user a phone number that counts as verified',
  operations: () => ['AdminUpdateUserAttributes'],

  async run(progress, { target, user, signal }) {
    await target.cognito.send(
      new AdminUpdateUserAttributesCommand({
        UserPoolId: target.userPoolId,
        Username: user.signInName,
        UserAttributes: [
          { Name: 'phone_number', Value: user.phoneNumber },
          { Name: 'phone_number_verified', Value: 'true' },
        ],
      }),
      { abortSignal: signal },
    );
    return progress;
  },
};

export const preferTextMessages: Step = {
  name: 'Prefer text messages',
  proves: 'a user with a phone number can make its messages the preferred factor',
  operations: () => ['SetUserMFAPreference'],

  async run(progress, { target, signal }) {
    await target.cognito.send(
      new SetUserMFAPreferenceCommand({
        AccessToken: held(progress, 'tokens').accessToken,
        SMSMfaSettings: { Enabled: true, PreferredMfa: true },
      }),
      { abortSignal: signal },
    );
    return progress;
  },
};

export const enableBothFactors: Step = {
  name: 'Switch both factors on',
  proves: 'a user can have several factors, none of them preferred',
  operations: () => ['SetUserMFAPreference'],

  async run(progress, { target, signal }) {
    await target.cognito.send(
      new SetUserMFAPreferenceCommand({
        AccessToken: held(progress, 'tokens').accessToken,
        SMSMfaSettings: { Enabled: true, PreferredMfa: false },
        SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: false },
      }),
      { abortSignal: signal },
    );
    return progress;
  },
};

export const missingPhoneNumberIsRefused: Step = {
  name: 'Prefer text messages without a phone number',
  proves: 'who has no phone number cannot be sent codes to it',
  operations: () => ['AdminDeleteUserAttributes', 'AdminSetUserMFAPreference'],

  notApplicable({ pool }) {
    return pool.requiredAttributes.includes('phone_number')
      ? 'Everybody has a phone number in this pool (Schema requires it).'
      : undefined;
  },

  async run(progress, { target, user, signal }) {
    const whose = { UserPoolId: target.userPoolId, Username: user.signInName };
    const options = { abortSignal: signal };
    const removal = new AdminDeleteUserAttributesCommand({ ...whose, UserAttributeNames: ['phone_number'] });
    await target.cognito.send(removal, options);
    const preference = { ...whose, SMSMfaSettings: { Enabled: true, PreferredMfa: true } };
    await expectRefusal(refusals.factorNotSetUp, 'text messages without a phone number', () =>
      target.cognito.send(new AdminSetUserMFAPreferenceCommand(preference), options),
    );
    return progress;
  },
};
