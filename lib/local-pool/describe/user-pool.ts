import type {
  LambdaConfigType,
  SchemaAttributeType,
  UserPoolDescriptionType,
  UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Pool } from '../pool';
import type { AttributeSchema, PasswordPolicy, PoolSettings } from '../settings/pool-settings';
import { wireTime, type Wire } from '../wire/response';

/** A pool as DescribeUserPool shows it. What the local pool does not read from the template is left out. */
export function describeUserPool(pool: Pool): Wire<UserPoolType> {
  const { settings } = pool;
  return {
    ...summarizeUserPool(pool),
    Arn: pool.arn,
    Policies: { PasswordPolicy: passwordPolicy(settings.passwordPolicy) },
    DeletionProtection: settings.deletionProtection ? 'ACTIVE' : 'INACTIVE',
    SchemaAttributes: settings.schema.map(schemaAttribute),
    AutoVerifiedAttributes: settings.autoVerifiedAttributes,
    ...(settings.signInWith === 'email' && { UsernameAttributes: ['email'] }),
    UsernameConfiguration: { CaseSensitive: settings.caseSensitive },
    UserAttributeUpdateSettings: {
      AttributesRequireVerificationBeforeUpdate: settings.requireVerificationBeforeUpdate,
    },
    MfaConfiguration: pool.mfa.mode,
    ...deviceConfiguration(settings),
    ...accountRecovery(settings),
    ...messages(settings),
    UserPoolTags: settings.tags,
    UserPoolTier: settings.featurePlan,
    EstimatedNumberOfUsers: pool.users.all().length,
  };
}

/** A pool as ListUserPools shows it. */
export function summarizeUserPool(pool: Pool): Wire<UserPoolDescriptionType> {
  return {
    Id: pool.id,
    Name: pool.settings.name,
    LambdaConfig: lambdaConfig(pool.settings),
    LastModifiedDate: wireTime(pool.created),
    CreationDate: wireTime(pool.created),
  };
}

function lambdaConfig({ triggers }: PoolSettings): Wire<LambdaConfigType> {
  const { PreTokenGeneration: tokens } = triggers;
  return {
    ...Object.fromEntries(Object.entries(triggers).map(([name, { arn }]) => [name, arn])),
    ...(tokens !== undefined && {
      PreTokenGenerationConfig: { LambdaVersion: tokens.eventVersion, LambdaArn: tokens.arn },
    }),
  };
}

function passwordPolicy(policy: PasswordPolicy) {
  return {
    MinimumLength: policy.minimumLength,
    RequireLowercase: policy.requireLowercase,
    RequireUppercase: policy.requireUppercase,
    RequireNumbers: policy.requireNumbers,
    RequireSymbols: policy.requireSymbols,
    PasswordHistorySize: policy.passwordHistorySize,
    TemporaryPasswordValidityDays: policy.temporaryPasswordValidityDays,
  };
}

function schemaAttribute(attribute: AttributeSchema): Wire<SchemaAttributeType> {
  const { name, type, required, mutable } = attribute;
  return {
    Name: name,
    AttributeDataType: type,
    DeveloperOnlyAttribute: false,
    Required: required,
    Mutable: mutable,
    ...(type === 'String' && {
      StringAttributeConstraints: bounds('MinLength', 'MaxLength', attribute.minLength, attribute.maxLength),
    }),
    ...(type === 'Number' && {
      NumberAttributeConstraints: bounds('MinValue', 'MaxValue', attribute.minValue, attribute.maxValue),
    }),
  };
}

/** Bounds are strings on the wire, and absent when there is none. */
function bounds(minName: string, maxName: string, min: number | undefined, max: number | undefined) {
  return {
    ...(min !== undefined && { [minName]: String(min) }),
    ...(max !== undefined && { [maxName]: String(max) }),
  };
}

/** Absent means that devices are not tracked; present means that they are, whatever its flags. */
function deviceConfiguration({ deviceTracking }: PoolSettings): Pick<Wire<UserPoolType>, 'DeviceConfiguration'> {
  if (deviceTracking === undefined) return {};
  return {
    DeviceConfiguration: {
      ChallengeRequiredOnNewDevice: deviceTracking.challengeRequiredOnNewDevice,
      DeviceOnlyRememberedOnUserPrompt: deviceTracking.deviceOnlyRememberedOnUserPrompt,
    },
  };
}

function accountRecovery({ accountRecovery: names }: PoolSettings): Pick<Wire<UserPoolType>, 'AccountRecoverySetting'> {
  if (names.length === 0) return {};
  return {
    AccountRecoverySetting: { RecoveryMechanisms: names.map((Name, index) => ({ Priority: index + 1, Name })) },
  };
}

function messages({ messages: texts, email, adminCreateUserOnly, passwordPolicy: policy }: PoolSettings) {
  return {
    EmailVerificationMessage: texts.verificationMessage,
    EmailVerificationSubject: texts.verificationSubject,
    VerificationMessageTemplate: {
      DefaultEmailOption: 'CONFIRM_WITH_CODE',
      EmailMessage: texts.verificationMessage,
      EmailSubject: texts.verificationSubject,
    },
    AdminCreateUserConfig: {
      AllowAdminCreateUserOnly: adminCreateUserOnly,
      UnusedAccountValidityDays: policy.temporaryPasswordValidityDays,
      InviteMessageTemplate: { EmailMessage: texts.invitationMessage, EmailSubject: texts.invitationSubject },
    },
    EmailConfiguration: {
      EmailSendingAccount: email.sender,
      ...(email.sender === 'DEVELOPER' && { From: email.from }),
    },
  } satisfies Partial<Wire<UserPoolType>>;
}
