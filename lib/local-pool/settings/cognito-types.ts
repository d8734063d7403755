import type { FeatureName } from './features';

/** What the local pool does about a resource of AWS::Cognito that is no user pool, app client or group. */
export type OtherType =
  | { readonly list: 'no-effect'; readonly reason: string }
  | { readonly list: 'not-simulated'; readonly feature: FeatureName };

const of = (feature: FeatureName) => ({ list: 'not-simulated', feature }) as const;

/** Every other type of AWS::Cognito; one that is missing here stops the start. */
export const otherCognitoTypes: Readonly<Record<string, OtherType>> = {
  'AWS::Cognito::UserPoolDomain': of('managedLogin'),
  'AWS::Cognito::ManagedLoginBranding': of('managedLogin'),
  'AWS::Cognito::UserPoolUICustomizationAttachment': of('managedLogin'),
  'AWS::Cognito::Terms': of('managedLogin'),
  'AWS::Cognito::UserPoolResourceServer': of('managedLogin'),
  'AWS::Cognito::UserPoolIdentityProvider': of('federation'),
  'AWS::Cognito::UserPoolRiskConfigurationAttachment': of('threatProtection'),
  'AWS::Cognito::UserPoolUser': of('templateUsers'),
  'AWS::Cognito::UserPoolUserToGroupAttachment': of('templateUsers'),
  'AWS::Cognito::UserPoolReplica': of('multiRegion'),
  'AWS::Cognito::UserPoolRegionalConfigurationAttachment': of('multiRegion'),
  'AWS::Cognito::IdentityPool': of('identityPool'),
  'AWS::Cognito::IdentityPoolPrincipalTag': of('identityPool'),
  'AWS::Cognito::IdentityPoolRoleAttachment': of('identityPool'),
  'AWS::Cognito::LogDeliveryConfiguration': {
    list: 'no-effect',
    reason: 'Delivery: where the service writes its logs.',
  },
};
