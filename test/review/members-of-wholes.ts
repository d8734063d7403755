/**
 * What lay below the properties that the tables take as wholes when the rules for them were written: they compare the
 * whole, so a new member is seen, and yet no rule knows what it does.
 */
export const membersOfWholes: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'AWS::Cognito::UserPool': {
    Schema: [
      'AttributeDataType',
      'DeveloperOnlyAttribute',
      'Mutable',
      'Name',
      'NumberAttributeConstraints.MaxValue',
      'NumberAttributeConstraints.MinValue',
      'Required',
      'StringAttributeConstraints.MaxLength',
      'StringAttributeConstraints.MinLength',
    ],
    'AccountRecoverySetting.RecoveryMechanisms': ['Name', 'Priority'],
  },
  'AWS::Cognito::LogDeliveryConfiguration': {
    LogConfigurations: [
      'CloudWatchLogsConfiguration.LogGroupArn',
      'EventSource',
      'FirehoseConfiguration.StreamArn',
      'LogLevel',
      'S3Configuration.BucketArn',
    ],
  },
  'AWS::Cognito::ManagedLoginBranding': { Assets: ['Bytes', 'Category', 'ColorMode', 'Extension', 'ResourceId'] },
  'AWS::Cognito::UserPoolDomain': { Routing: ['Failover.PrimaryRoute53HealthCheckId', 'Failover.SecondaryRegion'] },
  'AWS::Cognito::UserPoolResourceServer': { Scopes: ['ScopeDescription', 'ScopeName'] },
  'AWS::Cognito::UserPoolRiskConfigurationAttachment': {
    'AccountTakeoverRiskConfiguration.NotifyConfiguration.BlockEmail': ['HtmlBody', 'Subject', 'TextBody'],
    'AccountTakeoverRiskConfiguration.NotifyConfiguration.NoActionEmail': ['HtmlBody', 'Subject', 'TextBody'],
    'AccountTakeoverRiskConfiguration.NotifyConfiguration.MfaEmail': ['HtmlBody', 'Subject', 'TextBody'],
  },
  'AWS::Cognito::UserPoolUser': { ValidationData: ['Name', 'Value'], UserAttributes: ['Name', 'Value'] },
  'AWS::Cognito::IdentityPool': {
    PushSync: ['ApplicationArns', 'RoleArn'],
    CognitoIdentityProviders: ['ClientId', 'ProviderName', 'ServerSideTokenCheck'],
    CognitoStreams: ['RoleArn', 'StreamName', 'StreamingStatus'],
  },
  'AWS::Cognito::IdentityPoolRoleAttachment': {
    RoleMappings: [
      'AmbiguousRoleResolution',
      'IdentityProvider',
      'RulesConfiguration.Rules.Claim',
      'RulesConfiguration.Rules.MatchType',
      'RulesConfiguration.Rules.RoleARN',
      'RulesConfiguration.Rules.Value',
      'Type',
    ],
  },
};
