import type { FeatureName } from './features';

/** Every other type of AWS::Cognito, by what it would need; one that is missing here stops the start. */
export const otherCognitoTypes: Readonly<Record<string, FeatureName>> = {
  'AWS::Cognito::ManagedLoginBranding': 'managedLoginBranding',
  'AWS::Cognito::Terms': 'managedLoginBranding',
  'AWS::Cognito::UserPoolReplica': 'multiRegion',
  'AWS::Cognito::UserPoolRegionalConfigurationAttachment': 'multiRegion',
  'AWS::Cognito::IdentityPool': 'identityPool',
  'AWS::Cognito::IdentityPoolPrincipalTag': 'identityPool',
  'AWS::Cognito::IdentityPoolRoleAttachment': 'identityPool',
};
