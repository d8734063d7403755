import { boolean, json, keyed, map, number, set, text } from './form';
import type { Entry, TypeTable } from './form';
import { emailConfiguration, lambdaConfig, smsConfiguration } from './user-pool-parts';

const email = (name: string) => ({
  [`AccountTakeoverRiskConfiguration.NotifyConfiguration.${name}`]: json,
});

const action = (name: string) => ({
  [`AccountTakeoverRiskConfiguration.Actions.${name}.EventAction`]: text('NO_ACTION'),
  [`AccountTakeoverRiskConfiguration.Actions.${name}.Notify`]: boolean(false),
});

/** What hangs on a user pool: each in the order of its name. */
export const partsOfAPool: readonly TypeTable[] = [
  {
    type: 'AWS::Cognito::LogDeliveryConfiguration',
    createOnly: ['UserPoolId'],
    properties: { UserPoolId: text(), LogConfigurations: keyed('EventSource') },
  },
  {
    type: 'AWS::Cognito::ManagedLoginBranding',
    name: 'ClientId',
    createOnly: ['UserPoolId', 'ClientId'],
    properties: {
      UserPoolId: text(),
      ClientId: text(),
      UseCognitoProvidedValues: boolean(false),
      ReturnMergedResources: boolean(false),
      Settings: json,
      Assets: set(),
    },
  },
  {
    type: 'AWS::Cognito::Terms',
    createOnly: ['UserPoolId', 'ClientId'],
    properties: {
      UserPoolId: text(),
      ClientId: text(),
      TermsName: text(),
      TermsSource: text(),
      Enforcement: text(),
      Links: map,
    },
  },
  {
    type: 'AWS::Cognito::UserPoolDomain',
    name: 'Domain',
    createOnly: ['UserPoolId', 'Domain'],
    properties: {
      UserPoolId: text(),
      Domain: text(),
      ManagedLoginVersion: number(1),
      'CustomDomainConfig.CertificateArn': text(),
      'CustomDomainConfig.SecurityPolicy': text(),
      Routing: json,
    },
  },
  {
    type: 'AWS::Cognito::UserPoolGroup',
    name: 'GroupName',
    createOnly: ['UserPoolId', 'GroupName'],
    properties: { UserPoolId: text(), GroupName: text(), Description: text(), Precedence: number(), RoleArn: text() },
  },
  {
    type: 'AWS::Cognito::UserPoolIdentityProvider',
    name: 'ProviderName',
    createOnly: ['UserPoolId', 'ProviderName', 'ProviderType'],
    properties: {
      UserPoolId: text(),
      ProviderName: text(),
      ProviderType: text(),
      ProviderDetails: map,
      AttributeMapping: map,
      IdpIdentifiers: set([]),
    },
    adjust: scopesAsSet,
  },
  {
    type: 'AWS::Cognito::UserPoolRegionalConfigurationAttachment',
    createOnly: ['UserPoolId'],
    properties: {
      UserPoolId: text(),
      Status: text(),
      ...emailConfiguration,
      ...lambdaConfig,
      ...smsConfiguration,
      UserPoolTags: map,
    },
  },
  {
    type: 'AWS::Cognito::UserPoolReplica',
    createOnly: ['UserPoolId', 'RegionName', 'UserPoolTagsAtCreate'],
    properties: { UserPoolId: text(), RegionName: text(), UserPoolTagsAtCreate: json },
  },
  {
    type: 'AWS::Cognito::UserPoolResourceServer',
    name: 'Identifier',
    createOnly: ['UserPoolId', 'Identifier'],
    properties: { UserPoolId: text(), Identifier: text(), Name: text(), Scopes: keyed('ScopeName') },
  },
  {
    type: 'AWS::Cognito::UserPoolRiskConfigurationAttachment',
    createOnly: ['UserPoolId', 'ClientId'],
    properties: {
      UserPoolId: text(),
      ClientId: text(),
      'CompromisedCredentialsRiskConfiguration.Actions.EventAction': text('NO_ACTION'),
      'CompromisedCredentialsRiskConfiguration.EventFilter': set(['PASSWORD_CHANGE', 'SIGN_IN', 'SIGN_UP']),
      ...action('LowAction'),
      ...action('MediumAction'),
      ...action('HighAction'),
      ...email('BlockEmail'),
      ...email('MfaEmail'),
      ...email('NoActionEmail'),
      'AccountTakeoverRiskConfiguration.NotifyConfiguration.From': text(),
      'AccountTakeoverRiskConfiguration.NotifyConfiguration.ReplyTo': text(),
      'AccountTakeoverRiskConfiguration.NotifyConfiguration.SourceArn': text(),
      'RiskExceptionConfiguration.BlockedIPRangeList': set([]),
      'RiskExceptionConfiguration.SkippedIPRangeList': set([]),
    },
  },
  {
    type: 'AWS::Cognito::UserPoolUICustomizationAttachment',
    createOnly: ['UserPoolId', 'ClientId'],
    properties: { UserPoolId: text(), ClientId: text(), CSS: text() },
  },
  {
    type: 'AWS::Cognito::UserPoolUser',
    name: 'Username',
    createOnly: [
      'ClientMetadata',
      'DesiredDeliveryMediums',
      'ForceAliasCreation',
      'MessageAction',
      'UserAttributes',
      'UserPoolId',
      'Username',
      'ValidationData',
    ],
    properties: {
      UserPoolId: text(),
      Username: text(),
      MessageAction: text(),
      ForceAliasCreation: boolean(false),
      DesiredDeliveryMediums: set(),
      UserAttributes: set(),
      ValidationData: set(),
      ClientMetadata: json,
    },
  },
  {
    type: 'AWS::Cognito::UserPoolUserToGroupAttachment',
    createOnly: ['GroupName', 'UserPoolId', 'Username'],
    properties: { UserPoolId: text(), GroupName: text(), Username: text() },
  },
];

/** The scopes that a provider is asked for are one text, in which their order means nothing (RFC 6749 section 3.3). */
function scopesAsSet(entries: Map<string, Entry>): void {
  const property = 'ProviderDetails.authorize_scopes';
  const scopes = entries.get(property);
  if (typeof scopes?.value !== 'string') return;
  entries.set(property, { ...scopes, value: scopes.value.split(' ').sort().join(' ') });
}
