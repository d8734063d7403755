import type { PropertyRule } from './rule';

interface Neutral {
  readonly type: string;
  readonly properties: readonly string[];
  readonly effect: string;
}

/** Settings of which no change harms anybody, with what people see of it. Whatever is not here, no rule calls neutral. */
const settings: readonly Neutral[] = [
  {
    type: 'AWS::Cognito::UserPool',
    properties: ['UserPoolName'],
    effect: 'The pool is renamed in place: a name for people, which nothing depends on.',
  },
  {
    type: 'AWS::Cognito::UserPool',
    properties: [
      'VerificationMessageTemplate.',
      'AdminCreateUserConfig.InviteMessageTemplate.',
      'EmailVerificationMessage',
      'EmailVerificationSubject',
      'SmsVerificationMessage',
      'SmsAuthenticationMessage',
      'EmailAuthenticationMessage',
      'EmailAuthenticationSubject',
    ],
    effect:
      'Messages have other words. A template that was read back from the service shows ? for letters beyond ASCII.',
  },
  { type: 'AWS::Cognito::UserPool', properties: ['UserPoolTags', 'UserPoolTags.'], effect: 'Only a tag changes.' },
  {
    type: 'AWS::Cognito::UserPool',
    properties: ['AdminCreateUserConfig.UnusedAccountValidityDays'],
    effect: 'Invitations that are out may expire sooner or later than promised.',
  },
  {
    type: 'AWS::Cognito::UserPoolRegionalConfigurationAttachment',
    properties: ['UserPoolTags', 'UserPoolTags.'],
    effect: 'Only a tag changes.',
  },
  {
    type: 'AWS::Cognito::UserPoolClient',
    properties: ['ClientName'],
    effect: 'The client is renamed in place: a name for people, its id stays.',
  },
  {
    type: 'AWS::Cognito::UserPoolClient',
    properties: ['AnalyticsConfiguration.'],
    effect: 'Campaign metrics go elsewhere.',
  },
  {
    type: 'AWS::Cognito::UserPoolClient',
    properties: ['DefaultRedirectURI'],
    effect: 'Requests without a redirect address end there.',
  },
  { type: 'AWS::Cognito::UserPoolGroup', properties: ['Description'], effect: 'Only the description changes.' },
  { type: 'AWS::Cognito::UserPoolResourceServer', properties: ['Name'], effect: 'A name for people changes.' },
  {
    type: 'AWS::Cognito::UserPoolDomain',
    properties: ['CustomDomainConfig.CertificateArn'],
    effect: 'The domain gets another certificate in place; the address stays.',
  },
  {
    type: 'AWS::Cognito::UserPoolRiskConfigurationAttachment',
    properties: ['AccountTakeoverRiskConfiguration.NotifyConfiguration.'],
    effect: 'Users are told of risks in other words, or by another sender.',
  },
  {
    type: 'AWS::Cognito::ManagedLoginBranding',
    properties: ['Settings', 'Assets', 'UseCognitoProvidedValues', 'ReturnMergedResources'],
    effect: 'The pages look otherwise.',
  },
  { type: 'AWS::Cognito::UserPoolUICustomizationAttachment', properties: ['CSS'], effect: 'The pages look otherwise.' },
  {
    type: 'AWS::Cognito::Terms',
    properties: ['TermsName', 'TermsSource', 'Enforcement', 'Links', 'Links.'],
    effect: 'The pages link to another document.',
  },
  {
    type: 'AWS::Cognito::IdentityPool',
    properties: ['IdentityPoolName', 'IdentityPoolTags', 'IdentityPoolTags.'],
    effect: 'A name for people changes.',
  },
];

export const neutralSettings: readonly PropertyRule[] = settings.map(({ type, properties, effect }) => ({
  kind: 'property',
  id: 'neutral-setting',
  what: 'Names, tags, texts and looks decide nothing.',
  source: 'UpdateUserPool, UpdateUserPoolClient; terraform-provider-aws PR 42639 (rename in place)',
  types: [type],
  properties,
  judge: () => [{ verdict: 'neutral', effect }],
}));
