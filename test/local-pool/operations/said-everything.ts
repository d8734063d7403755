export const account = '111122223333';
const lambdaArn = `arn:aws:lambda:eu-west-1:${account}:function:Function`;
const v1 = { LambdaVersion: 'V1_0', LambdaArn: lambdaArn };
export const SmsConfiguration = {
  SnsCallerArn: `arn:aws:iam::${account}:role/sms`,
  ExternalId: 'people',
  SnsRegion: 'eu-central-1',
};

/** All that can be said of a pool, by its name in DescribeUserPool. */
export const said = {
  Policies: {
    PasswordPolicy: {
      MinimumLength: 10,
      RequireLowercase: true,
      RequireUppercase: false,
      RequireNumbers: true,
      RequireSymbols: false,
      PasswordHistorySize: 3,
      TemporaryPasswordValidityDays: 5,
    },
    SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] },
  },
  DeletionProtection: 'ACTIVE',
  LambdaConfig: {
    PreSignUp: lambdaArn,
    CustomMessage: lambdaArn,
    PostConfirmation: lambdaArn,
    PreAuthentication: lambdaArn,
    PostAuthentication: lambdaArn,
    DefineAuthChallenge: lambdaArn,
    CreateAuthChallenge: lambdaArn,
    VerifyAuthChallengeResponse: lambdaArn,
    PreTokenGeneration: lambdaArn,
    UserMigration: lambdaArn,
    PreTokenGenerationConfig: { ...v1, LambdaVersion: 'V2_0' },
    CustomSMSSender: v1,
    CustomEmailSender: v1,
    KMSKeyID: `arn:aws:kms:eu-west-1:${account}:key/codes`,
  },
  AutoVerifiedAttributes: ['email', 'phone_number'],
  SmsVerificationMessage: 'Sign-up {####}',
  EmailVerificationMessage: 'Your code is {####}',
  EmailVerificationSubject: 'Your code',
  VerificationMessageTemplate: {
    SmsMessage: 'Sign-up {####}',
    EmailMessage: 'Your code is {####}',
    EmailSubject: 'Your code',
    EmailMessageByLink: 'Click {##here##}',
    EmailSubjectByLink: 'Your link',
    DefaultEmailOption: 'CONFIRM_WITH_CODE',
  },
  SmsAuthenticationMessage: 'Sign-in {####}',
  UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
  MfaConfiguration: 'OPTIONAL',
  DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false },
  EmailConfiguration: {
    SourceArn: `arn:aws:ses:eu-west-1:${account}:identity/example.com`,
    ReplyToEmailAddress: 'help@example.com',
    EmailSendingAccount: 'DEVELOPER',
    From: 'People <people@example.com>',
    ConfigurationSet: 'people',
  },
  SmsConfiguration,
  UserPoolTags: { team: 'identity' },
  AdminCreateUserConfig: {
    AllowAdminCreateUserOnly: true,
    InviteMessageTemplate: {
      SMSMessage: '{username}: {####}',
      EmailMessage: 'You are {username}, your password is {####}',
      EmailSubject: 'Welcome',
    },
  },
  UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT', AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'AUDIT' } },
  UsernameConfiguration: { CaseSensitive: false },
  AccountRecoverySetting: {
    RecoveryMechanisms: [
      { Priority: 1, Name: 'verified_phone_number' },
      { Priority: 2, Name: 'verified_email' },
    ],
  },
  UserPoolTier: 'PLUS',
  KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn: `arn:aws:kms:eu-west-1:${account}:key/people` },
  IssuerConfiguration: { Type: 'ORIGINAL' },
} as const;

export const Schema = [
  {
    Name: 'plan',
    AttributeDataType: 'String',
    Mutable: true,
    StringAttributeConstraints: { MinLength: '1', MaxLength: '9' },
  },
  {
    Name: 'level',
    AttributeDataType: 'Number',
    Mutable: false,
    NumberAttributeConstraints: { MinValue: '1', MaxValue: '9' },
  },
] as const;
/** What a request can say and a template cannot. */
export const EumsSms = {
  CallerArn: `arn:aws:iam::${account}:role/eums`,
  ExternalId: 'people',
  OriginationIdentity: '+12065550100',
  ConfigurationSetName: 'people',
  InEntityId: '1',
  InTemplateId: '2',
  Region: 'eu-central-1',
};

/** All that can be said of an app client, by its name in DescribeUserPoolClient. */
export const saidOfClient = {
  ClientName: 'web',
  RefreshTokenValidity: 36,
  AccessTokenValidity: 30,
  IdTokenValidity: 600,
  TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'seconds', RefreshToken: 'hours' },
  ReadAttributes: ['email', 'custom:plan'],
  WriteAttributes: ['email'],
  ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  SupportedIdentityProviders: ['COGNITO'],
  CallbackURLs: ['https://example.com/back'],
  LogoutURLs: ['https://example.com/bye'],
  DefaultRedirectURI: 'https://example.com/back',
  AllowedOAuthFlows: ['code'],
  AllowedOAuthScopes: ['openid'],
  AllowedOAuthFlowsUserPoolClient: true,
  AnalyticsConfiguration: {
    ApplicationId: 'd70b2ba36a8c4dc5a04a0451a31a1e12',
    ApplicationArn: `arn:aws:mobiletargeting:eu-west-1:${account}:apps/people`,
    RoleArn: `arn:aws:iam::${account}:role/analytics`,
    ExternalId: 'people',
    UserDataShared: true,
  },
  PreventUserExistenceErrors: 'ENABLED',
  EnableTokenRevocation: false,
  EnablePropagateAdditionalUserContextData: true,
  AuthSessionValidity: 7,
} as const;
export const rotation = { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 20 } };

export const domains = { Domain: 'people', CustomDomain: 'login.example.com' };
export const CertificateArn = `arn:aws:acm:us-east-1:${account}:certificate/login`;
export const emailCode = { Message: 'It is {####}', Subject: 'It is this' };
