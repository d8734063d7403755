import { recipes } from './recipes';
import type { PropertyRule } from './rule';
import { changed, isUnknown } from './values';
import { settingOf } from '../effective/effective';

const types = ['AWS::Cognito::UserPool'];

export const mfaRequired: PropertyRule = {
  kind: 'property',
  id: 'mfa-required',
  what: 'When MFA becomes required, everybody has to use a second factor at the next sign-in.',
  source: 'Amazon Cognito developer guide, user pool MFA',
  types,
  properties: ['MfaConfiguration'],
  judge: ({ to }) =>
    to.value === 'ON'
      ? [
          {
            verdict: 'breaks-clients',
            effect:
              'Everybody has to set up or use a second factor at the next sign-in; applications that do not handle MFA_SETUP fail. Users whose only factor would be SMS and who have no phone number need an administrator. Federated users see no change.',
            instead: recipes.mfa,
          },
        ]
      : [],
};

export const mfaSwitchedOff: PropertyRule = {
  kind: 'property',
  id: 'mfa-switched-off',
  what: 'Without MFA the second factor of everybody who has one is no longer asked for.',
  source: 'Amazon Cognito developer guide, user pool MFA',
  types,
  properties: ['MfaConfiguration'],
  judge: ({ to }) =>
    to.value === 'OFF'
      ? [
          {
            verdict: 'weakens',
            effect: 'The password alone is enough for everybody, also for those who enrolled a second factor.',
          },
        ]
      : [],
};

export const mfaNoLongerRequired: PropertyRule = {
  kind: 'property',
  id: 'mfa-no-longer-required',
  what: 'Where MFA is optional, only those are asked for a second factor who have set one up.',
  source: 'AWS API reference SetUserPoolMfaConfig, MfaConfiguration; SetUserMFAPreference',
  types,
  properties: ['MfaConfiguration'],
  judge: ({ from, to }) =>
    from.value === 'ON' && to.value === 'OPTIONAL'
      ? [
          {
            verdict: 'weakens',
            effect:
              'Whoever has no second factor yet signs in with the password alone and is not asked to set one up; who has one is asked for it still, and may take it off.',
            instead: ['Leave MfaConfiguration ON.'],
          },
        ]
      : [],
};

export const factorRemoved: PropertyRule = {
  kind: 'property',
  id: 'mfa-factor-removed',
  what: 'Who has only a factor that is removed has none; SMS goes only when MFA is switched off.',
  source: 'SetUserPoolMfaConfig; amplify-backend#1481 ("Can\'t turn off SMS_MFA when SMS configuration is set")',
  types,
  properties: ['EnabledMfas'],
  judge: ({ after, from, to }) => {
    const { lost } = changed(from, to, []);
    const mfa = settingOf(after.resource, 'MfaConfiguration');
    if (lost.length === 0 || mfa === 'OFF' || isUnknown(mfa)) return [];
    const breaks = {
      verdict: 'breaks-clients',
      effect: `Users who have only ${lost.join(', ')} have to set up another factor, or cannot sign in where MFA is required.`,
      instead: ['First let users enrol another factor that stays.', 'Remove the old one when nobody depends on it.'],
    } as const;
    if (!lost.includes('SMS_MFA') || !to.written) return [breaks];
    const effect =
      'SMS_MFA can be switched off only together with MFA itself: the service refuses it and the stack rolls back.';
    return [
      { verdict: 'refused-at-deploy', effect, instead: ['Keep SMS_MFA, and offer a stronger factor beside it.'] },
      breaks,
    ];
  },
};

export const smsAdded: PropertyRule = {
  kind: 'property',
  id: 'mfa-sms-added',
  what: 'SMS as a second factor can be taken back only by switching MFA off.',
  source: 'SetUserPoolMfaConfig',
  types,
  properties: ['EnabledMfas'],
  judge: ({ from, to }) =>
    changed(from, to, []).gained.includes('SMS_MFA')
      ? [
          {
            verdict: 'irreversible',
            effect: 'Once on, SMS codes go only when MFA is switched off for everybody.',
            instead: ['Offer SOFTWARE_TOKEN_MFA instead.'],
          },
        ]
      : [],
};

export const factorAdded: PropertyRule = {
  kind: 'property',
  id: 'mfa-factor-added',
  what: 'One more factor to choose from takes nothing from anybody.',
  source: 'SetUserPoolMfaConfig',
  types,
  properties: ['EnabledMfas'],
  judge: ({ from, to }) => {
    const { lost, gained } = changed(from, to, []);
    const isOther = gained.length > 0 && lost.length === 0 && !gained.includes('SMS_MFA');
    return isOther ? [{ verdict: 'neutral', effect: 'Users can choose one more second factor.' }] : [];
  },
};
