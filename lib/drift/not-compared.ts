/** Settings that no call tells, or that are not looked at, each with the reason. By type, then by property. */
export const invisible: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'AWS::Cognito::UserPool': {
    'EmailConfiguration.SourceArn':
      'the address is compared; whether its identity is verified and out of the sandbox is told by SES alone',
    'SmsConfiguration.SnsCallerArn': 'the role is compared by name; what it permits is told by IAM alone',
    'KeyConfiguration.KmsKeyArn': 'the key is compared by name; its policy is told by KMS alone',
  },
  'AWS::Cognito::UserPoolClient': {
    GenerateSecret: 'that there is a secret is compared; the secret itself is neither kept nor compared',
  },
  'AWS::Cognito::UserPoolIdentityProvider': {
    'ProviderDetails.client_secret': 'a secret: neither kept nor compared',
    'ProviderDetails.private_key': 'a secret: no call tells it',
  },
};

/** Types of a user pool that are not read, with the reason. */
export const unreadTypes: Readonly<Record<string, string>> = {
  'AWS::Cognito::ManagedLoginBranding': 'looks of the pages, not read',
  'AWS::Cognito::Terms': 'links of the pages, not read',
  'AWS::Cognito::UserPoolRegionalConfigurationAttachment': 'settings in another Region, not read',
  'AWS::Cognito::UserPoolReplica': 'another Region, not read',
  'AWS::Cognito::UserPoolUICustomizationAttachment': 'looks of the pages, not read',
  'AWS::Cognito::UserPoolUser': 'users are not read',
  'AWS::Cognito::UserPoolUserToGroupAttachment': 'memberships of users are not read',
  'AWS::WAFv2::WebACLAssociation': 'told by WAF, not read',
};

/**
 * What the service takes where a template says nothing differs from pool to pool, or it fills in itself: a value that is
 * there then is nobody's edit for sure. Property, and all below it.
 */
const ofTheService: Readonly<Record<string, readonly string[]>> = {
  'AWS::Cognito::UserPool': [
    'AccountRecoverySetting',
    'AdminCreateUserConfig.UnusedAccountValidityDays',
    'EmailConfiguration',
    'EnabledMfas',
    'SmsConfiguration.SnsRegion',
    'UserPoolName',
    'UsernameConfiguration',
    'VerificationMessageTemplate',
    'WebAuthnRelyingPartyID',
  ],
  'AWS::Cognito::UserPoolClient': [
    'ClientName',
    'ReadAttributes',
    'RefreshTokenRotation.RetryGracePeriodSeconds',
    'SupportedIdentityProviders',
    'WriteAttributes',
  ],
  'AWS::Cognito::UserPoolDomain': ['CustomDomainConfig', 'Routing'],
  'AWS::Cognito::UserPoolGroup': ['GroupName'],
  'AWS::Cognito::UserPoolIdentityProvider': ['AttributeMapping.username', 'ProviderDetails'],
  'AWS::Cognito::UserPoolResourceServer': [],
  'AWS::Cognito::UserPoolRiskConfigurationAttachment': ['AccountTakeoverRiskConfiguration.NotifyConfiguration'],
};

/** Switches of a provider: off unless somebody turned them on, so that one that is on is an edit. */
const providerSwitches = ['EncryptedResponses', 'IDPInit', 'IDPSignout'].map((name) => `ProviderDetails.${name}`);

/** Whether a live value that the template says nothing of may be the service's own. */
export function mayBeOfTheService(type: string, property: string, live: unknown): boolean {
  if (providerSwitches.includes(property)) return String(live).toLowerCase() !== 'true';
  const paths = ofTheService[type] ?? [];
  return paths.some((path) => `${property}.`.startsWith(`${path}.`));
}

/** What a pool on this machine does not have, as it exists only where a stack is deployed; by type the properties. */
export const notOnThisMachine: Readonly<Record<string, readonly string[]>> = {
  'AWS::Cognito::UserPoolDomain': ['CustomDomainConfig.CertificateArn'],
};
