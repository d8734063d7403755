const noPasskeys = 'Without WEB_AUTHN in SignInPolicy, which is always written: nobody can register a passkey.';
const noText = 'No text of our own: the service sends its standard one, or the custom message trigger writes it.';
const olderText = 'The older form of VerificationMessageTemplate, which counts before it.';
const byLink = 'For confirmation by link, which is not used: DefaultEmailOption is always CONFIRM_WITH_CODE.';
const endUserMessaging = 'AWS End User Messaging: text messages go through SNS, whose settings are written whole.';
const builtInSender = 'With the built-in sender, which has an address of its own.';
const noConfigurationSet = 'When none is declared: the default one of the SES identity counts.';
const noTelephone = 'When no text message is ever sent: no factor, no verification and no recovery uses a telephone.';
const noSenderKey = 'The key of the custom senders, of which there are none.';
const noTrigger = 'LambdaConfig is written whole, an empty one too: a trigger that is not in it is off.';
const otherType = 'For an attribute of another type, and for a standard one, which has the limits of the service.';
const noOAuth = 'Refused by the service while AllowedOAuthFlowsUserPoolClient is false.';
const noBrowser = 'A machine has no browser to be sent back.';

const cognitoSync = 'Amazon Cognito Sync, which is not used.';
const userPoolAlone = 'Only tokens of the user pool are taken; UpdateIdentityPool sets what is absent to none.';

const toLogGroups = 'An event source has one destination, which is a log group: its retention is written with it.';

/** What both a user pool and the configuration of a copy of it have. */
const inEveryRegion = {
  'EmailConfiguration.From': builtInSender,
  'EmailConfiguration.ReplyToEmailAddress': builtInSender,
  'EmailConfiguration.SourceArn': builtInSender,
  'EmailConfiguration.ConfigurationSet': noConfigurationSet,
  'LambdaConfig.CreateAuthChallenge': noTrigger,
  'LambdaConfig.CustomEmailSender': noTrigger,
  'LambdaConfig.CustomMessage': noTrigger,
  'LambdaConfig.CustomSMSSender': noTrigger,
  'LambdaConfig.DefineAuthChallenge': noTrigger,
  'LambdaConfig.InboundFederation': noTrigger,
  'LambdaConfig.PostAuthentication': noTrigger,
  'LambdaConfig.PostConfirmation': noTrigger,
  'LambdaConfig.PreAuthentication': noTrigger,
  'LambdaConfig.PreSignUp': noTrigger,
  'LambdaConfig.PreTokenGeneration': noTrigger,
  'LambdaConfig.PreTokenGenerationConfig': noTrigger,
  'LambdaConfig.UserMigration': noTrigger,
  'LambdaConfig.VerifyAuthChallengeResponse': noTrigger,
  'LambdaConfig.KMSKeyID': noSenderKey,
  SmsConfiguration: noTelephone,
  'SmsConfiguration.EumsSms': endUserMessaging,
} as const;

/**
 * The exceptions to the rule that every property is written into the template: by resource type and path below
 * Properties, the reason why some or all templates leave it out, with what is below it. A test holds every property that
 * the types have, down to the leaves, and every environment against this list.
 */
export const notRendered = {
  'AWS::Cognito::UserPool': {
    ...inEveryRegion,
    DeviceConfiguration: 'When device tracking is off: the object alone turns it on, whatever its flags.',
    EnabledMfas: 'When MFA is OFF: the service refuses factors beside OFF and rolls the deployment back.',
    UserPoolAddOns: 'Below the PLUS plan: to set AdvancedSecurityMode, OFF included, asks for PLUS.',
    'UserPoolAddOns.AdvancedSecurityAdditionalFlows':
      'Where no risk is looked at in custom authentication: CustomAuthMode has no value for that.',
    'Policies.PasswordPolicy.PasswordHistorySize':
      'On the LITE plan, which keeps no history. The policy is replaced whole, so that absent means 0.',
    'Schema.DeveloperOnlyAttribute':
      'A legacy kind of attribute that is never declared, and refused for standard ones.',
    'Schema.NumberAttributeConstraints': otherType,
    'Schema.StringAttributeConstraints': otherType,
    'AdminCreateUserConfig.UnusedAccountValidityDays':
      'The older form of TemporaryPasswordValidityDays, and refused beside it.',
    'AdminCreateUserConfig.InviteMessageTemplate': noText,
    AliasAttributes: 'Where there is none, and beside UsernameAttributes, which excludes it; fixed with the pool.',
    UsernameAttributes: 'Where users choose a name of their own: excluded by AliasAttributes, and fixed as they are.',
    SmsAuthenticationMessage: noText,
    EmailAuthenticationMessage: `${noText} It would switch the factor EMAIL_OTP on.`,
    EmailAuthenticationSubject: `${noText} It would switch the factor EMAIL_OTP on.`,
    EmailVerificationMessage: olderText,
    EmailVerificationSubject: olderText,
    SmsVerificationMessage: olderText,
    'VerificationMessageTemplate.EmailMessage': noText,
    'VerificationMessageTemplate.EmailMessageByLink': byLink,
    'VerificationMessageTemplate.EmailSubject': noText,
    'VerificationMessageTemplate.EmailSubjectByLink': byLink,
    'VerificationMessageTemplate.SmsMessage': noText,
    WebAuthnFactorConfiguration: noPasskeys,
    WebAuthnRelyingPartyID: noPasskeys,
    WebAuthnUserVerification: noPasskeys,
    'KeyConfiguration.KmsKeyArn': 'With the key that AWS owns.',
  },
  'AWS::Cognito::UserPoolClient': {
    RefreshTokenRotation: 'On the LITE plan, which has no refresh token rotation.',
    'RefreshTokenRotation.RetryGracePeriodSeconds': 'It means nothing while rotation is DISABLED.',
    AllowedOAuthFlows: noOAuth,
    AllowedOAuthScopes: noOAuth,
    CallbackURLs: `${noOAuth} ${noBrowser}`,
    LogoutURLs: `${noOAuth} ${noBrowser}`,
    DefaultRedirectURI: 'Never set: a request has to name its address, and the order of the addresses means nothing.',
    AnalyticsConfiguration: 'Never set, so that nothing about users is sent to Amazon Pinpoint.',
  },
  'AWS::Cognito::UserPoolReplica': {
    UserPoolTagsAtCreate: 'A change of them would replace the replica: those of its regional configuration count.',
  },
  'AWS::Cognito::UserPoolRegionalConfigurationAttachment': inEveryRegion,
  'AWS::Cognito::UserPoolRiskConfigurationAttachment': {
    'AccountTakeoverRiskConfiguration.NotifyConfiguration': 'Where users are told nothing of a risky sign-in.',
  },
  'AWS::Cognito::LogDeliveryConfiguration': {
    'LogConfigurations.FirehoseConfiguration': toLogGroups,
    'LogConfigurations.S3Configuration': toLogGroups,
  },
  'AWS::Cognito::UserPoolResourceServer': {},
  'AWS::Cognito::UserPoolGroup': {
    RoleArn: 'When none is declared: to be in the group permits nothing in AWS.',
  },
  'AWS::Cognito::UserPoolDomain': {
    CustomDomainConfig: 'With a prefix domain, whose certificate is that of Amazon.',
    Routing: 'Where no failover is declared: the Region of the user pool serves the pages.',
  },
  'AWS::Cognito::ManagedLoginBranding': {
    Assets: 'Refused by the service beside UseCognitoProvidedValues, and empty where there is no logo.',
    'Assets.ResourceId': 'It names an image that is there already; images are written whole.',
    Settings: 'Refused by the service beside UseCognitoProvidedValues.',
  },
  'AWS::Cognito::Terms': {},
  'AWS::Cognito::UserPoolIdentityProvider': {},
  'AWS::Cognito::IdentityPool': {
    CognitoEvents: cognitoSync,
    CognitoStreams: cognitoSync,
    PushSync: cognitoSync,
    DeveloperProviderName: userPoolAlone,
    OpenIdConnectProviderARNs: userPoolAlone,
    SamlProviderARNs: userPoolAlone,
    SupportedLoginProviders: userPoolAlone,
  },
  'AWS::Cognito::IdentityPoolRoleAttachment': {
    RoleMappings: 'Under names of our own, one for each client; none where everybody gets the one role.',
  },
} as const;

/** The types of AWS::Cognito that no template holds, with the reason. */
export const neverRendered = {
  'AWS::Cognito::IdentityPoolPrincipalTag':
    'Attributes as session tags: a role permits by the identity alone, so that no claim reaches a policy.',
  'AWS::Cognito::UserPoolUICustomizationAttachment':
    'The style of the classic hosted UI, which managed login has replaced.',
  'AWS::Cognito::UserPoolUser': 'Users are no part of a template: whoever reads one would see them.',
  'AWS::Cognito::UserPoolUserToGroupAttachment': 'Users are no part of a template, nor are their memberships.',
} as const;
