import { features, type Feature } from '../settings/features';

/** Operations that are left out for want of a feature. */
interface LeftOut {
  readonly feature: Feature;
  readonly operations: readonly string[];
}

const leftOut = (feature: Feature, operations: string): LeftOut => ({ feature, operations: operations.split(' ') });

/** Every operation of the service that is not answered; a test holds the list against those that are. */
export const notSimulatedOperations: readonly LeftOut[] = [
  leftOut(
    features.passkeys,
    'CompleteWebAuthnRegistration DeleteWebAuthnCredential ListWebAuthnCredentials StartWebAuthnRegistration',
  ),
  leftOut(
    features.managedLoginBranding,
    'CreateManagedLoginBranding CreateTerms DeleteManagedLoginBranding DeleteTerms DescribeManagedLoginBranding ' +
      'DescribeManagedLoginBrandingByClient DescribeTerms DescribeTermsByClient ListTerms UpdateManagedLoginBranding ' +
      'UpdateTerms',
  ),
  leftOut(features.federation, 'GetSigningCertificate'),
  leftOut(features.threatProtection, 'AdminListUserAuthEvents AdminUpdateAuthEventFeedback UpdateAuthEventFeedback'),
  leftOut(
    features.multiRegion,
    'CreateUserPoolReplica DeleteUserPoolReplica ListUserPoolReplicas UpdateUserPoolReplica',
  ),
  leftOut(
    features.userImport,
    'CreateUserImportJob DescribeUserImportJob ListUserImportJobs StartUserImportJob StopUserImportJob',
  ),
  leftOut(features.clientTokens, 'GetClientToken'),
  leftOut(features.requestRates, 'GetProvisionedLimit UpdateProvisionedLimit'),
];

/** The name of the feature for want of which an operation of the service is refused; undefined for any other name. */
export function featureOf(operation: string): string | undefined {
  return notSimulatedOperations.find(({ operations }) => operations.includes(operation))?.feature.name;
}
