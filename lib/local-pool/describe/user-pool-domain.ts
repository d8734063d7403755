import type { DomainDescriptionType } from '@aws-sdk/client-cognito-identity-provider';
import type { Pool } from '../pool';
import type { Domain } from '../state/domains';
import type { Wire } from '../wire/response';

/** A domain as DescribeUserPoolDomain shows it. */
export function describeDomain({ settings }: Pool, domain: Domain): Wire<DomainDescriptionType> {
  const { name, poolId, custom, managedLoginVersion, distribution } = domain;
  return {
    UserPoolId: poolId,
    AWSAccountId: settings.account,
    Domain: name,
    CloudFrontDistribution: distribution,
    Status: 'ACTIVE',
    CustomDomainConfig: {
      ...(custom?.certificateArn !== undefined && { CertificateArn: custom.certificateArn }),
      ...(custom?.securityPolicy !== undefined && { SecurityPolicy: custom.securityPolicy }),
    } as Wire<DomainDescriptionType>['CustomDomainConfig'],
    ManagedLoginVersion: managedLoginVersion,
  };
}
