import { messageProperties } from './user-pool-message-properties';
import { schemaProperties } from './user-pool-schema-properties';
import { triggerProperties } from './user-pool-trigger-properties';
import type { PropertyTable } from './property-table';
import {
  boolean,
  choice,
  choices,
  enforced,
  integer,
  named,
  noEffect,
  notSimulated,
  stops,
  tags,
  taken,
  text,
} from './property-table';

const verifiable = { email: taken, phone_number: taken };
const kept = 'It is kept by Cognito; on this machine users live in memory.';
const shown = (what: string) => `${what} DescribeUserPool shows it.`;

/** AWS::Cognito::UserPool. Sources: template reference; SDK model of cognito-idp; the developer guide. */
export const userPoolProperties = {
  UserPoolName: noEffect(shown('A name for people.'), text(undefined, { shortest: 1, longest: 128 })),
  UserPoolTags: noEffect(shown('For cost and ownership.'), tags),
  UserPoolTier: enforced(
    choice({ LITE: taken, ESSENTIALS: taken, PLUS: taken }, 'ESSENTIALS'),
    'Which features the pool may have: what its plan leaves out is refused.',
  ),
  DeletionProtection: noEffect(
    shown('The local pool ends with its process.'),
    choice({ ACTIVE: taken, INACTIVE: taken }, 'INACTIVE'),
  ),
  'KeyConfiguration.KeyType': noEffect(
    kept,
    choice({ AWS_OWNED_KEY: taken, CUSTOMER_MANAGED_KEY: taken }, 'AWS_OWNED_KEY'),
  ),
  'KeyConfiguration.KmsKeyArn': noEffect(kept, text(undefined)),
  'IssuerConfiguration.Type': noEffect(
    'The issuer of the local pool is always http://localhost:PORT/POOL_ID.',
    choice({ ORIGINAL: taken, UPDATED: taken }, 'ORIGINAL'),
  ),

  'UsernameAttributes[]': enforced(choices({ email: taken, phone_number: taken }, []), 'What users sign in with.'),
  'UsernameConfiguration.CaseSensitive': enforced(boolean(true), 'Whether Anna@ and anna@ are two users.'),
  'AliasAttributes[]': enforced(
    choices({ email: taken, phone_number: taken, preferred_username: taken }, []),
    'Further names of a user; an address or a phone number once it is verified.',
  ),
  'AutoVerifiedAttributes[]': enforced(choices(verifiable, []), 'Whether sign-up sends a code.'),
  'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate[]': enforced(
    choices(verifiable, []),
    'A changed address counts only after its verification.',
  ),
  'AdminCreateUserConfig.AllowAdminCreateUserOnly': enforced(boolean(false), 'Whether SignUp is refused.'),
  'AdminCreateUserConfig.UnusedAccountValidityDays': enforced(
    integer(0, 365, undefined),
    'The older form of TemporaryPasswordValidityDays; both at once are refused.',
  ),

  'Policies.PasswordPolicy.MinimumLength': enforced(
    integer(6, 99, undefined),
    '8 without a PasswordPolicy; a PasswordPolicy without it stops the start, as the service refuses its update.',
  ),
  'Policies.PasswordPolicy.RequireLowercase': enforced(boolean(false), 'true without a PasswordPolicy.'),
  'Policies.PasswordPolicy.RequireUppercase': enforced(boolean(false), 'true without a PasswordPolicy.'),
  'Policies.PasswordPolicy.RequireNumbers': enforced(boolean(false), 'true without a PasswordPolicy.'),
  'Policies.PasswordPolicy.RequireSymbols': enforced(boolean(false), 'true without a PasswordPolicy.'),
  'Policies.PasswordPolicy.TemporaryPasswordValidityDays': enforced(
    integer(0, 365, undefined),
    'Days that an invitation holds; absent and 0 mean 7.',
  ),
  'Policies.PasswordPolicy.PasswordHistorySize': enforced(integer(0, 24, 0), 'Previous passwords that are refused.'),
  'Policies.SignInPolicy.AllowedFirstAuthFactors[]': enforced(
    choices(
      {
        PASSWORD: taken,
        WEB_AUTHN: named('passkeys'),
        EMAIL_OTP: taken,
        SMS_OTP: taken,
        SOFTWARE_TOKEN: stops('the service does not support it as a first factor', 'Leave it out.'),
      },
      ['PASSWORD'],
    ),
    'What may come first in USER_AUTH; the password flows need PASSWORD. With a one-time password users need no password.',
  ),

  MfaConfiguration: enforced(
    choice({ OFF: taken, OPTIONAL: taken, ON: taken }, 'OFF'),
    'Whether a second factor is asked.',
  ),
  'EnabledMfas[]': enforced(
    choices({ SOFTWARE_TOKEN_MFA: taken, SMS_MFA: taken, EMAIL_OTP: taken }, []),
    'The second factors. SMS_MFA needs SmsConfiguration; EMAIL_OTP needs Essentials, SES, and a second way to recover.',
  ),
  'DeviceConfiguration.ChallengeRequiredOnNewDevice': enforced(
    boolean(false),
    'Whether a remembered device signs in in the place of the second factor, or after it.',
  ),
  'DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt': enforced(
    boolean(false),
    'Whether ConfirmDevice remembers at once. Device tracking is on as soon as DeviceConfiguration has a value.',
  ),
  'AccountRecoverySetting.RecoveryMechanisms[].Name': enforced(
    choice({ verified_email: taken, verified_phone_number: taken, admin_only: taken }, undefined),
    'Where a code for a forgotten password goes; without the setting to a verified phone number, then to e-mail.',
  ),
  'AccountRecoverySetting.RecoveryMechanisms[].Priority': enforced(integer(1, 2, undefined), 'Which one is first.'),

  'UserPoolAddOns.AdvancedSecurityMode': notSimulated(
    'threatProtection',
    choice(
      {
        OFF: taken,
        AUDIT: named('threatProtection'),
        ENFORCED: named('threatProtection'),
      },
      'OFF',
    ),
  ),
  'UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode': notSimulated('threatProtection', text(undefined)),
  WebAuthnFactorConfiguration: notSimulated('passkeys', text(undefined)),
  WebAuthnRelyingPartyID: notSimulated('passkeys', text(undefined)),
  WebAuthnUserVerification: notSimulated('passkeys', text(undefined)),

  ...schemaProperties,
  ...messageProperties,
  ...triggerProperties,
} as const satisfies PropertyTable;
