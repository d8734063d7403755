import type { SmsConfigurationType } from '@aws-sdk/client-cognito-identity-provider';
import type { ValueObject } from '../../template/value';
import type { Wire } from '../wire/response';
import type { KmsKeyNames } from '../stand-ins/kms-key';

/** What the local user pool enforces, read from the template that will be deployed. Durations say their unit. */
export interface PoolSettings {
  /** Logical id of the AWS::Cognito::UserPool, for messages. */
  readonly logicalId: string;
  readonly name: string;
  readonly region: string;
  readonly account: string;
  /** What UsernameAttributes say: users sign in with the attribute and the username is a UUID. `username`: free names. */
  readonly signInWith: SignInWith;
  /** AliasAttributes: further names of a user, beside a free username. */
  readonly aliases: readonly AliasAttribute[];
  readonly caseSensitive: boolean;
  readonly autoVerifiedAttributes: readonly VerifiableAttribute[];
  readonly schema: readonly AttributeSchema[];
  readonly passwordPolicy: PasswordPolicy;
  readonly mfa: MfaSettings;
  /** What may come first in USER_AUTH (SignInPolicy). */
  readonly firstFactors: readonly FirstFactor[];
  /** undefined: device tracking is off. */
  readonly deviceTracking: DeviceTracking | undefined;
  /** First choice first. Empty when the template says nothing: then a verified phone number goes before e-mail. */
  readonly accountRecovery: readonly RecoveryMechanism[];
  readonly requireVerificationBeforeUpdate: readonly VerifiableAttribute[];
  readonly adminCreateUserOnly: boolean;
  readonly email: EmailSettings;
  /** undefined: the pool cannot send text messages on the service; here they go to the inbox all the same. */
  readonly sms: SmsSettings | undefined;
  readonly messages: MessageTemplates;
  readonly featurePlan: 'LITE' | 'ESSENTIALS' | 'PLUS';
  /** AdvancedSecurityMode; no risk is assessed here. */
  readonly threatProtection: 'OFF' | 'AUDIT' | 'ENFORCED';
  readonly deletionProtection: boolean;
  readonly tags: Readonly<Record<string, string>>;
  readonly triggers: Readonly<Partial<Record<TriggerName, TriggerFunction>>>;
  /** LambdaConfig.KMSKeyID: the key under which the custom senders get codes. There whenever one of them is. */
  readonly senderKey: KmsKeyNames | undefined;
  /** Those that the template declares; further ones come by CreateGroup. */
  readonly groups: readonly GroupSettings[];
  /** Those that the template declares. `Pool.clients` has the clients as they are by now. */
  readonly clients: readonly ClientSettings[];
  /** The properties as they were written: what an update keeps, and what is only told again by the describe operations. */
  readonly declared?: ValueObject;
}

export type VerifiableAttribute = 'email' | 'phone_number';
export type SignInWith = 'username' | 'email' | 'phone_number' | 'email-or-phone';
export type AliasAttribute = VerifiableAttribute | 'preferred_username';
export type RecoveryMechanism = 'verified_email' | 'verified_phone_number' | 'admin_only';
export type FirstFactor = 'PASSWORD' | 'EMAIL_OTP' | 'SMS_OTP' | 'WEB_AUTHN';
export type MfaMode = 'OFF' | 'OPTIONAL' | 'ON';
/** The second factors, in the service's order of names. */
export type MfaFactor = 'SMS_MFA' | 'EMAIL_OTP' | 'SOFTWARE_TOKEN_MFA';

/** An attribute of the schema, standard ones with the service's own constraints filled in. `name` has the `custom:` prefix. */
export interface AttributeSchema {
  readonly name: string;
  readonly type: 'String' | 'Number' | 'DateTime' | 'Boolean';
  readonly required: boolean;
  readonly mutable: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minValue?: number;
  readonly maxValue?: number;
}

export interface PasswordPolicy {
  readonly minimumLength: number;
  readonly requireLowercase: boolean;
  readonly requireUppercase: boolean;
  readonly requireNumbers: boolean;
  readonly requireSymbols: boolean;
  readonly temporaryPasswordValidityDays: number;
  readonly passwordHistorySize: number;
}

/** Changed at run time by SetUserPoolMfaConfig, as on the service. */
export interface MfaSettings {
  readonly mode: MfaMode;
  readonly factors: readonly MfaFactor[];
  /** Texts of the codes that are a second factor; absent: the service's own. */
  readonly smsMessage?: string | undefined;
  readonly emailSubject?: string | undefined;
  readonly emailMessage?: string | undefined;
}

/** The role with which the service would send text messages (SmsConfiguration), in the members of the API. */
export type SmsSettings = Wire<SmsConfigurationType>;

export interface DeviceTracking {
  readonly challengeRequiredOnNewDevice: boolean;
  readonly deviceOnlyRememberedOnUserPrompt: boolean;
}

export interface EmailSettings {
  readonly sender: 'COGNITO_DEFAULT' | 'DEVELOPER';
  readonly from: string;
}

/** Texts of the template; `{####}` is the code, `{username}` the name (invitation only). */
export interface MessageTemplates {
  readonly verificationSubject: string;
  readonly verificationMessage: string;
  readonly invitationSubject: string;
  readonly invitationMessage: string;
  readonly smsVerificationMessage: string;
  readonly smsInvitationMessage: string;
}

/** Triggers by their LambdaConfig names. */
export type TriggerName =
  | 'PreSignUp'
  | 'PostConfirmation'
  | 'PreAuthentication'
  | 'PostAuthentication'
  | 'PreTokenGeneration'
  | 'CustomMessage'
  | 'UserMigration'
  | 'DefineAuthChallenge'
  | 'CreateAuthChallenge'
  | 'VerifyAuthChallengeResponse'
  | CustomSender;

/** The triggers that send messages in the place of the service. */
export type CustomSender = 'CustomEmailSender' | 'CustomSMSSender';

/** A trigger function as the assembly holds it: the very bundle that will be deployed. */
export interface TriggerFunction {
  readonly logicalId: string;
  readonly arn: string;
  /** The asset directory, absolute. */
  readonly directory: string;
  /** `file.export`, as Lambda writes it. */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  /** Event version of PreTokenGeneration; V1_0 for every other trigger. */
  readonly eventVersion: 'V1_0' | 'V2_0' | 'V3_0';
  /** Whether a Lambda permission lets Cognito invoke it for this pool; without one the service answers AccessDeniedException. */
  readonly invocable: boolean;
}

export interface GroupSettings {
  readonly name: string;
  readonly description: string | undefined;
  readonly precedence: number | undefined;
  readonly roleArn: string | undefined;
  /** Milliseconds; absent: with the pool. */
  readonly created?: number;
  readonly modified?: number;
}

/** The flows that a client allows; a template with the older names does not start. */
export type ExplicitAuthFlow =
  | 'ALLOW_USER_PASSWORD_AUTH'
  | 'ALLOW_ADMIN_USER_PASSWORD_AUTH'
  | 'ALLOW_REFRESH_TOKEN_AUTH'
  | 'ALLOW_USER_SRP_AUTH'
  | 'ALLOW_CUSTOM_AUTH'
  | 'ALLOW_USER_AUTH';

/** Every use replaces a refresh token; the old one can be used again for so long, should the answer get lost. */
export interface RefreshTokenRotation {
  readonly retryGracePeriodSeconds: number;
}

export type OAuthFlow = 'code' | 'implicit' | 'client_credentials';

/** What an app client says of OAuth 2.0 and managed login. */
export interface OAuthSettings {
  /** AllowedOAuthFlowsUserPoolClient: without it the client is unknown at the OAuth 2.0 endpoints. */
  readonly allowed: boolean;
  readonly flows: readonly OAuthFlow[];
  /** AllowedOAuthScopes. */
  readonly scopes: readonly string[];
  /** Each to be repeated exactly. What is known only after deployment is left out. */
  readonly callbackUrls: readonly string[];
  readonly logoutUrls: readonly string[];
  readonly defaultRedirectUri: string | undefined;
  /** Whether users of the pool itself may sign in at the pages: COGNITO is listed, or nothing is. */
  readonly localUsers: boolean;
}

export interface ClientSettings {
  readonly logicalId: string;
  readonly name: string;
  /** Whether the client is confidential; the secret is made at start. */
  readonly generateSecret: boolean;
  readonly explicitAuthFlows: readonly ExplicitAuthFlow[];
  readonly preventUserExistenceErrors: boolean;
  readonly tokenRevocation: boolean;
  /** undefined: a refresh token is good until it ends. */
  readonly refreshTokenRotation: RefreshTokenRotation | undefined;
  readonly accessTokenSeconds: number;
  readonly idTokenSeconds: number;
  readonly refreshTokenSeconds: number;
  readonly authSessionSeconds: number;
  /** undefined: every attribute, as the service does when the list is absent. */
  readonly readAttributes: readonly string[] | undefined;
  readonly writeAttributes: readonly string[] | undefined;
  readonly oauth: OAuthSettings;
  /** The properties as they were written; see PoolSettings. */
  readonly declared?: ValueObject;
}
