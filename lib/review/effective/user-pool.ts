import { boolean, keyed, list, map, number, set, text } from './form';
import type { Entry, TypeTable } from './form';
import { lambdaConfig, smsConfiguration, emailConfiguration } from './user-pool-parts';

const passwordPolicy = 'Policies.PasswordPolicy';
const characterRules = ['RequireLowercase', 'RequireNumbers', 'RequireSymbols', 'RequireUppercase'].map(
  (rule) => `${passwordPolicy}.${rule}`,
);

/**
 * The service's own values are those that a bare pool was read back with (cdk-real-drift @c00ed982). Without one here:
 * UsernameConfiguration, whose introduction is refused whatever it says, and EnabledMfas, which is never read back.
 */
export const userPool: TypeTable = {
  type: 'AWS::Cognito::UserPool',
  name: 'UserPoolName',
  createOnly: [],
  properties: {
    UserPoolName: text(),
    UsernameAttributes: list,
    AliasAttributes: list,
    'UsernameConfiguration.CaseSensitive': boolean(),
    Schema: keyed('Name', /^(custom:|dev:)+/),
    'Policies.PasswordPolicy.MinimumLength': number(8),
    'Policies.PasswordPolicy.RequireLowercase': boolean(true),
    'Policies.PasswordPolicy.RequireNumbers': boolean(true),
    'Policies.PasswordPolicy.RequireSymbols': boolean(true),
    'Policies.PasswordPolicy.RequireUppercase': boolean(true),
    'Policies.PasswordPolicy.TemporaryPasswordValidityDays': number(7),
    'Policies.PasswordPolicy.PasswordHistorySize': number(0),
    'Policies.SignInPolicy.AllowedFirstAuthFactors': set(['PASSWORD']),
    MfaConfiguration: text('OFF'),
    EnabledMfas: set(),
    'DeviceConfiguration.ChallengeRequiredOnNewDevice': boolean(),
    'DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt': boolean(),
    AutoVerifiedAttributes: set([]),
    'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate': set([]),
    'AccountRecoverySetting.RecoveryMechanisms': set(),
    'AdminCreateUserConfig.AllowAdminCreateUserOnly': boolean(false),
    'AdminCreateUserConfig.UnusedAccountValidityDays': number(),
    'AdminCreateUserConfig.InviteMessageTemplate.EmailMessage': text(),
    'AdminCreateUserConfig.InviteMessageTemplate.EmailSubject': text(),
    'AdminCreateUserConfig.InviteMessageTemplate.SMSMessage': text(),
    UserPoolTier: text('ESSENTIALS'),
    'UserPoolAddOns.AdvancedSecurityMode': text('OFF'),
    'UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode': text('OFF'),
    ...lambdaConfig,
    'IssuerConfiguration.Type': text('ORIGINAL'),
    'KeyConfiguration.KeyType': text('AWS_OWNED_KEY'),
    'KeyConfiguration.KmsKeyArn': text(),
    WebAuthnRelyingPartyID: text(),
    WebAuthnUserVerification: text('preferred'),
    WebAuthnFactorConfiguration: text('SINGLE_FACTOR'),
    DeletionProtection: text('INACTIVE'),
    ...emailConfiguration,
    ...smsConfiguration,
    UserPoolTags: map,
    'VerificationMessageTemplate.DefaultEmailOption': text('CONFIRM_WITH_CODE'),
    'VerificationMessageTemplate.EmailMessage': text(),
    'VerificationMessageTemplate.EmailMessageByLink': text(),
    'VerificationMessageTemplate.EmailSubject': text(),
    'VerificationMessageTemplate.EmailSubjectByLink': text(),
    'VerificationMessageTemplate.SmsMessage': text(),
    EmailVerificationMessage: text(),
    EmailVerificationSubject: text(),
    SmsVerificationMessage: text(),
    SmsAuthenticationMessage: text(),
    EmailAuthenticationMessage: text(),
    EmailAuthenticationSubject: text(),
  },
  adjust: (entries) => {
    characterRulesOfAPolicy(entries);
    deviceTracking(entries);
  },
};

/** A policy is replaced whole: a rule that it does not name is off, while a pool without any policy has them all. */
function characterRulesOfAPolicy(entries: Map<string, Entry>): void {
  const hasPolicy = [...entries].some(([path, { written }]) => written && path.startsWith(`${passwordPolicy}.`));
  if (!hasPolicy) return;
  for (const path of characterRules) {
    if (entries.get(path)?.written === false) entries.set(path, { value: false, written: true, known: true });
  }
}

/** Any value below it, false included, turns device tracking on: only an absent object is off. */
function deviceTracking(entries: Map<string, Entry>): void {
  if (entries.has('DeviceConfiguration')) return;
  const on = [...entries].some(([path, { written }]) => written && path.startsWith('DeviceConfiguration.'));
  entries.set('DeviceConfiguration', { value: on ? 'on' : 'off', written: on, known: true });
}
