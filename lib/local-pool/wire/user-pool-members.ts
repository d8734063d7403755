import * as member from './members';
import { boolean, integer, list, map, oneOf, required, string, structure } from './shape';

/** What CreateUserPool and UpdateUserPool share, with the constraints of the service's model. */
const { arn, text } = member;
const emailBody = (placeholder: string) =>
  string({
    min: 6,
    max: 20_000,
    pattern: `[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*${placeholder}[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*`,
  });
const emailWithCode = emailBody('\\{####\\}');
const emailWithLink = emailBody('\\{##[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*##\\}');
const subject = string({ min: 1, max: 140, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+' });
const sms = string({ min: 6, max: 140, pattern: '.*\\{####\\}.*' });
const verifiable = list(oneOf('phone_number', 'email'));

/** A function with the version of its event. */
const versioned = <const Version extends string>(...versions: readonly Version[]) =>
  structure({ LambdaArn: required(arn), LambdaVersion: required(oneOf(...versions)) });

const lambdaConfig = structure({
  CreateAuthChallenge: arn,
  CustomEmailSender: versioned('V1_0'),
  CustomMessage: arn,
  CustomSMSSender: versioned('V1_0'),
  DefineAuthChallenge: arn,
  InboundFederation: versioned('V1_0'),
  KMSKeyID: arn,
  PostAuthentication: arn,
  PostConfirmation: arn,
  PreAuthentication: arn,
  PreSignUp: arn,
  PreTokenGeneration: arn,
  PreTokenGenerationConfig: versioned('V1_0', 'V2_0', 'V3_0'),
  UserMigration: arn,
  VerifyAuthChallengeResponse: arn,
});

const policies = structure({
  PasswordPolicy: structure({
    MinimumLength: integer({ min: 6, max: 99 }),
    PasswordHistorySize: integer({ min: 0, max: 24 }),
    RequireLowercase: boolean(),
    RequireNumbers: boolean(),
    RequireSymbols: boolean(),
    RequireUppercase: boolean(),
    TemporaryPasswordValidityDays: integer({ min: 0, max: 365 }),
  }),
  SignInPolicy: structure({
    AllowedFirstAuthFactors: list(oneOf('PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'), { min: 1, max: 4 }),
  }),
});

export const smsConfiguration = structure({
  EumsSms: structure({
    CallerArn: required(arn),
    ConfigurationSetName: text,
    ExternalId: text,
    InEntityId: text,
    InTemplateId: text,
    OriginationIdentity: text,
    Region: string({ min: 5, max: 32 }),
  }),
  ExternalId: text,
  SnsCallerArn: arn,
  SnsRegion: string({ min: 5, max: 32 }),
});

const limits = { MaxValue: text, MinValue: text };

/** An attribute to be added to the schema (SchemaAttributeType). */
export const schemaAttribute = structure({
  AttributeDataType: oneOf('String', 'Number', 'DateTime', 'Boolean'),
  DeveloperOnlyAttribute: boolean(),
  Mutable: boolean(),
  Name: string({ min: 1, max: 20, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+' }),
  NumberAttributeConstraints: structure(limits),
  Required: boolean(),
  StringAttributeConstraints: structure({ MaxLength: text, MinLength: text }),
});

export const userPoolName = string({ min: 1, max: 128, pattern: '[\\w\\s+=,.@-]+' });

export const userPoolMembers = {
  AccountRecoverySetting: structure({
    RecoveryMechanisms: list(
      structure({
        Name: required(oneOf('verified_email', 'verified_phone_number', 'admin_only')),
        Priority: required(integer({ min: 1, max: 2 })),
      }),
      { min: 1, max: 2 },
    ),
  }),
  // Refused as a whole where they are given: what is in them does not matter.
  AcrConfiguration: map(structure({})),
  DcrConfiguration: structure({}),
  AdminCreateUserConfig: structure({
    AllowAdminCreateUserOnly: boolean(),
    InviteMessageTemplate: structure({
      EmailMessage: emailBody(''),
      EmailSubject: subject,
      SMSMessage: string({ min: 6, max: 140 }),
    }),
    UnusedAccountValidityDays: integer({ min: 0, max: 365 }),
  }),
  AutoVerifiedAttributes: verifiable,
  DeletionProtection: oneOf('ACTIVE', 'INACTIVE'),
  DeviceConfiguration: structure({
    ChallengeRequiredOnNewDevice: boolean(),
    DeviceOnlyRememberedOnUserPrompt: boolean(),
  }),
  EmailConfiguration: structure({
    ConfigurationSet: string({ min: 1, max: 64, pattern: '^[a-zA-Z0-9_-]+$' }),
    EmailSendingAccount: oneOf('COGNITO_DEFAULT', 'DEVELOPER'),
    From: text,
    ReplyToEmailAddress: string({ pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+@[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+' }),
    SourceArn: arn,
  }),
  EmailVerificationMessage: emailWithCode,
  EmailVerificationSubject: subject,
  IssuerConfiguration: structure({ Type: oneOf('ORIGINAL', 'UPDATED') }),
  KeyConfiguration: structure({ KeyType: oneOf('AWS_OWNED_KEY', 'CUSTOMER_MANAGED_KEY'), KmsKeyArn: arn }),
  LambdaConfig: lambdaConfig,
  MfaConfiguration: oneOf('OFF', 'ON', 'OPTIONAL'),
  Policies: policies,
  SmsAuthenticationMessage: sms,
  SmsConfiguration: smsConfiguration,
  SmsVerificationMessage: sms,
  UserAttributeUpdateSettings: structure({ AttributesRequireVerificationBeforeUpdate: verifiable }),
  UserPoolAddOns: structure({
    AdvancedSecurityAdditionalFlows: structure({ CustomAuthMode: oneOf('AUDIT', 'ENFORCED') }),
    AdvancedSecurityMode: required(oneOf('OFF', 'AUDIT', 'ENFORCED')),
  }),
  UserPoolTags: member.tags,
  UserPoolTier: oneOf('LITE', 'ESSENTIALS', 'PLUS'),
  VerificationMessageTemplate: structure({
    DefaultEmailOption: oneOf('CONFIRM_WITH_LINK', 'CONFIRM_WITH_CODE'),
    EmailMessage: emailWithCode,
    EmailMessageByLink: emailWithLink,
    EmailSubject: subject,
    EmailSubjectByLink: subject,
    SmsMessage: sms,
  }),
} as const;
