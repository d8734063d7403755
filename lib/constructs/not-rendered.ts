const noPasskeys = 'No passkeys: SignInPolicy allows PASSWORD alone.';
const noText = 'No text of our own: the service sends its standard one, or the custom message trigger writes it.';
const noTelephone = 'No message goes to a telephone: no factor, no verification and no recovery uses one.';
const builtInSender = 'With the built-in sender, which has an address of its own.';
const noTrigger = 'LambdaConfig is written whole, an empty one too: a trigger that is not in it is off.';
const otherType = 'For an attribute of another type, and for a standard one, which has the limits of the service.';
const noOAuth = 'Refused by the service while AllowedOAuthFlowsUserPoolClient is false.';

/**
 * The exceptions to the rule that every property is written into the template: by resource type and path below
 * Properties, the reason why some or all templates leave it out, with what is below it. A test holds every property that
 * the types have, down to the leaves, and every environment against this list.
 */
export const notRendered = {
  'AWS::Cognito::UserPool': {
    DeviceConfiguration: 'When device tracking is off: the object alone turns it on, whatever its flags.',
    EnabledMfas: 'When MFA is OFF: the service refuses factors beside OFF and rolls the deployment back.',
    UserPoolAddOns: 'Below the PLUS plan: to set AdvancedSecurityMode, OFF included, asks for PLUS.',
    'UserPoolAddOns.AdvancedSecurityAdditionalFlows': 'For custom authentication, of which there is none.',
    'Policies.PasswordPolicy.PasswordHistorySize':
      'On the LITE plan, which keeps no history. The policy is replaced whole, so that absent means 0.',
    'Schema.DeveloperOnlyAttribute':
      'A legacy kind of attribute that is never declared, and refused for standard ones.',
    'Schema.NumberAttributeConstraints': otherType,
    'Schema.StringAttributeConstraints': otherType,
    'AdminCreateUserConfig.UnusedAccountValidityDays':
      'The older form of TemporaryPasswordValidityDays, and refused beside it.',
    'AdminCreateUserConfig.InviteMessageTemplate': noText,
    'EmailConfiguration.From': builtInSender,
    'EmailConfiguration.ReplyToEmailAddress': builtInSender,
    'EmailConfiguration.SourceArn': builtInSender,
    'EmailConfiguration.ConfigurationSet': 'Never set: the default configuration set of the SES identity counts.',
    'LambdaConfig.CreateAuthChallenge': noTrigger,
    'LambdaConfig.CustomEmailSender': noTrigger,
    'LambdaConfig.CustomMessage': noTrigger,
    'LambdaConfig.CustomSMSSender': noTrigger,
    'LambdaConfig.DefineAuthChallenge': noTrigger,
    'LambdaConfig.InboundFederation': noTrigger,
    'LambdaConfig.KMSKeyID': 'The key of the custom senders, of which there are none.',
    'LambdaConfig.PostAuthentication': noTrigger,
    'LambdaConfig.PostConfirmation': noTrigger,
    'LambdaConfig.PreAuthentication': noTrigger,
    'LambdaConfig.PreSignUp': noTrigger,
    'LambdaConfig.PreTokenGeneration': noTrigger,
    'LambdaConfig.PreTokenGenerationConfig': noTrigger,
    'LambdaConfig.UserMigration': noTrigger,
    'LambdaConfig.VerifyAuthChallengeResponse': noTrigger,
    AliasAttributes: 'Excluded by UsernameAttributes, and fixed when the pool is created.',
    SmsConfiguration: noTelephone,
    SmsAuthenticationMessage: noTelephone,
    SmsVerificationMessage: noTelephone,
    EmailAuthenticationMessage: noText,
    EmailAuthenticationSubject: noText,
    EmailVerificationMessage: noText,
    EmailVerificationSubject: noText,
    'VerificationMessageTemplate.EmailMessage': noText,
    'VerificationMessageTemplate.EmailMessageByLink': noText,
    'VerificationMessageTemplate.EmailSubject': noText,
    'VerificationMessageTemplate.EmailSubjectByLink': noText,
    'VerificationMessageTemplate.SmsMessage': noTelephone,
    WebAuthnFactorConfiguration: noPasskeys,
    WebAuthnRelyingPartyID: noPasskeys,
    WebAuthnUserVerification: noPasskeys,
    IssuerConfiguration: 'Never set, so that the issuer is the original one; another one breaks every verifier.',
    KeyConfiguration: 'Never set, so that the key is the one that AWS owns.',
  },
  'AWS::Cognito::UserPoolClient': {
    RefreshTokenRotation: 'On the LITE plan, which has no refresh token rotation.',
    'RefreshTokenRotation.RetryGracePeriodSeconds': 'It means nothing while rotation is DISABLED.',
    AllowedOAuthFlows: noOAuth,
    AllowedOAuthScopes: noOAuth,
    CallbackURLs: noOAuth,
    LogoutURLs: noOAuth,
    DefaultRedirectURI: noOAuth,
    AnalyticsConfiguration: 'Never set, so that nothing about users is sent to Amazon Pinpoint.',
  },
  'AWS::Cognito::UserPoolGroup': {
    RoleArn: 'Never set: to be in a group permits nothing in AWS.',
  },
} as const;
