const noPasskeys = 'No passkeys: SignInPolicy allows PASSWORD alone.';
const noText = 'No text of our own: the service sends its standard one, or the custom message trigger writes it.';
const noTelephone = 'No message goes to a telephone: no factor, no verification and no recovery uses one.';
const noOAuth = 'Refused by the service while AllowedOAuthFlowsUserPoolClient is false.';

/**
 * The exceptions to the rule that every property is written into the template: by resource type and path below
 * Properties, the reason why some or all templates leave it out. A test holds every property that the types have, and
 * every environment, against this list.
 */
export const notRendered = {
  'AWS::Cognito::UserPool': {
    DeviceConfiguration: 'When device tracking is off: the object alone turns it on, whatever its flags.',
    EnabledMfas: 'When MFA is OFF: the service refuses factors beside OFF and rolls the deployment back.',
    UserPoolAddOns: 'Below the PLUS plan: to set AdvancedSecurityMode, OFF included, asks for PLUS.',
    'Policies.PasswordPolicy.PasswordHistorySize':
      'On the LITE plan, which keeps no history. The policy is replaced whole, so that absent means 0.',
    'Schema.DeveloperOnlyAttribute':
      'A legacy kind of attribute that is never declared, and refused for standard ones.',
    AliasAttributes: 'Excluded by UsernameAttributes, and fixed when the pool is created.',
    SmsConfiguration: noTelephone,
    SmsAuthenticationMessage: noTelephone,
    SmsVerificationMessage: noTelephone,
    EmailAuthenticationMessage: noText,
    EmailAuthenticationSubject: noText,
    EmailVerificationMessage: noText,
    EmailVerificationSubject: noText,
    WebAuthnFactorConfiguration: noPasskeys,
    WebAuthnRelyingPartyID: noPasskeys,
    WebAuthnUserVerification: noPasskeys,
    IssuerConfiguration: 'Never set, so that the issuer is the original one; another one breaks every verifier.',
    KeyConfiguration: 'Never set, so that the key is the one that AWS owns.',
  },
  'AWS::Cognito::UserPoolClient': {
    RefreshTokenRotation: 'On the LITE plan, which has no refresh token rotation.',
    AllowedOAuthFlows: noOAuth,
    AllowedOAuthScopes: noOAuth,
    CallbackURLs: noOAuth,
    LogoutURLs: noOAuth,
    DefaultRedirectURI: noOAuth,
    AnalyticsConfiguration: 'Never set, so that nothing about users is sent to Amazon Pinpoint.',
  },
} as const;
