import { identityProvider } from './parts/identity-provider';
import { logDelivery } from './parts/log-delivery';
import { resourceServer } from './parts/resource-server';
import { riskConfiguration } from './parts/risk-configuration';
import { uiCustomization } from './parts/ui-customization';
import { userPoolDomain } from './parts/user-pool-domain';
import { userPoolUser } from './parts/user-pool-user';
import { userToGroup } from './parts/user-to-group';
import type { PropertyTable } from './property-table';
import { userPoolClientProperties } from './user-pool-client-properties';
import { userPoolGroupProperties } from './user-pool-group-properties';
import { userPoolProperties } from './user-pool-properties';

/**
 * Every property of the resources that the local pool reads, each in one of three lists: enforced, no effect at run
 * time, not simulated. A property that is in none stops the start.
 */
export const propertyLists = {
  'AWS::Cognito::UserPool': userPoolProperties,
  'AWS::Cognito::UserPoolClient': userPoolClientProperties,
  'AWS::Cognito::UserPoolGroup': userPoolGroupProperties,
  'AWS::Cognito::UserPoolDomain': userPoolDomain.properties,
  'AWS::Cognito::UserPoolResourceServer': resourceServer.properties,
  'AWS::Cognito::UserPoolIdentityProvider': identityProvider.properties,
  'AWS::Cognito::UserPoolRiskConfigurationAttachment': riskConfiguration.properties,
  'AWS::Cognito::LogDeliveryConfiguration': logDelivery.properties,
  'AWS::Cognito::UserPoolUICustomizationAttachment': uiCustomization.properties,
  'AWS::Cognito::UserPoolUser': userPoolUser.properties,
  'AWS::Cognito::UserPoolUserToGroupAttachment': userToGroup.properties,
} as const satisfies Readonly<Record<string, PropertyTable>>;

/** What such a resource is there for and does not do here, where that is so of the resource as a whole. */
export const featuresOfTypes = {
  'AWS::Cognito::UserPoolDomain': userPoolDomain.feature,
  'AWS::Cognito::UserPoolResourceServer': resourceServer.feature,
  'AWS::Cognito::UserPoolIdentityProvider': identityProvider.feature,
  'AWS::Cognito::UserPoolRiskConfigurationAttachment': riskConfiguration.feature,
  'AWS::Cognito::UserPoolUICustomizationAttachment': uiCustomization.feature,
} as const;
