import type {
  LambdaConfigType,
  SchemaAttributeType,
  UserPoolDescriptionType,
  UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Pool } from '../pool';
import { usernameAttributes } from '../schema/sign-in-names';
import type { AttributeSchema, PasswordPolicy, PoolSettings } from '../settings/pool-settings';
import type { Domains } from '../state/domains';
import { wireTime, type Wire } from '../wire/response';
import { declaredMembers } from './declared-members';
import { messageMembers } from './message-members';

/** A pool as DescribeUserPool shows it. What has no effect on this machine is told as it was written. */
export function describeUserPool(pool: Pool, domains: Domains): Wire<UserPoolType> {
  const { settings } = pool;
  return {
    // What a bare pool of the service has (read back, cdk-real-drift).
    KeyConfiguration: { KeyType: 'AWS_OWNED_KEY' },
    IssuerConfiguration: { Type: 'ORIGINAL' },
    ...declaredMembers<Wire<UserPoolType>>(settings.declared, [
      'IssuerConfiguration',
      'KeyConfiguration',
      'UserPoolAddOns',
    ]),
    ...summarizeUserPool(pool),
    Arn: pool.arn,
    ...domainNames(pool, domains),
    Policies: {
      PasswordPolicy: passwordPolicy(settings.passwordPolicy),
      SignInPolicy: { AllowedFirstAuthFactors: settings.firstFactors },
    },
    DeletionProtection: settings.deletionProtection ? 'ACTIVE' : 'INACTIVE',
    SchemaAttributes: settings.schema.map(schemaAttribute),
    AutoVerifiedAttributes: settings.autoVerifiedAttributes,
    ...(settings.signInWith !== 'username' && { UsernameAttributes: usernameAttributes(settings) }),
    ...(settings.aliases.length > 0 && { AliasAttributes: settings.aliases }),
    UsernameConfiguration: { CaseSensitive: settings.caseSensitive },
    UserAttributeUpdateSettings: {
      AttributesRequireVerificationBeforeUpdate: settings.requireVerificationBeforeUpdate,
    },
    MfaConfiguration: pool.mfa.mode,
    ...deviceConfiguration(settings),
    ...accountRecovery(settings),
    ...messageMembers(settings),
    UserPoolTags: settings.tags,
    UserPoolTier: settings.featurePlan,
    EstimatedNumberOfUsers: pool.users.size,
  };
}

/** A pool as ListUserPools shows it. */
export function summarizeUserPool(pool: Pool): Wire<UserPoolDescriptionType> {
  return {
    Id: pool.id,
    Name: pool.settings.name,
    LambdaConfig: lambdaConfig(pool.settings),
    LastModifiedDate: wireTime(pool.modified),
    CreationDate: wireTime(pool.created),
  };
}

/** Triggers by their ARNs; a trigger that the local pool does not run is told as it was written. */
function lambdaConfig({ triggers, senderKey, declared }: PoolSettings): Wire<LambdaConfigType> {
  const { PreTokenGeneration: tokens, CustomEmailSender: email, CustomSMSSender: sms } = triggers;
  const { LambdaConfig: written = {} } = declaredMembers<Wire<UserPoolType>>(declared, ['LambdaConfig']);
  return {
    ...Object.fromEntries(Object.entries(triggers).map(([name, { arn }]) => [name, arn])),
    ...(tokens !== undefined && {
      PreTokenGenerationConfig: { LambdaVersion: tokens.eventVersion, LambdaArn: tokens.arn },
    }),
    ...(email !== undefined && { CustomEmailSender: { LambdaVersion: 'V1_0', LambdaArn: email.arn } }),
    ...(sms !== undefined && { CustomSMSSender: { LambdaVersion: 'V1_0', LambdaArn: sms.arn } }),
    ...(senderKey !== undefined && { KMSKeyID: senderKey.arn }),
    ...written,
  };
}

function domainNames({ id }: Pool, domains: Domains): Pick<Wire<UserPoolType>, 'Domain' | 'CustomDomain'> {
  const all = domains.ofPool(id);
  const prefix = all.find(({ custom }) => custom === undefined);
  const custom = all.find((domain) => domain.custom !== undefined);
  return { ...(prefix && { Domain: prefix.name }), ...(custom && { CustomDomain: custom.name }) };
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
