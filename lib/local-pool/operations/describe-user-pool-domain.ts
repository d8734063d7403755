import type { DescribeUserPoolDomainResponse } from '@aws-sdk/client-cognito-identity-provider';
import { domain } from '../wire/domain-members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** A domain; an empty description says that the name is free (API_DescribeUserPoolDomain). */
export const describeUserPoolDomain = operation({
  name: 'DescribeUserPoolDomain',
  authorisation: 'signature',
  input: { Domain: required(domain) },
  run(service, { Domain }): Wire<DescribeUserPoolDomainResponse> {
    const found = service.domains.get(Domain);
    if (found === undefined) return { DomainDescription: {} };
    const { name, poolId, certificateArn, managedLoginVersion, distribution } = found;
    return {
      DomainDescription: {
        UserPoolId: poolId,
        AWSAccountId: service.requirePool(poolId).settings.account,
        Domain: name,
        Status: 'ACTIVE',
        ManagedLoginVersion: managedLoginVersion,
        ...(distribution !== undefined && { CloudFrontDistribution: distribution }),
        ...(certificateArn !== undefined && { CustomDomainConfig: { CertificateArn: certificateArn } }),
      },
    };
  },
});
