import type { UpdateUserPoolDomainResponse } from '@aws-sdk/client-cognito-identity-provider';
import { domainBeyondPlan, requirePartInPlan } from '../settings/feature-plan';
import { features } from '../settings/features';
import { InvalidParameterException, NotSimulatedException } from '../wire/exceptions';
import { domainMembers } from '../wire/domain-members';
import type { Wire } from '../wire/response';
import { operation } from './operation';

/** Changes the certificate of a custom domain, or the version of the pages (API_UpdateUserPoolDomain). */
export const updateUserPoolDomain = operation({
  name: 'UpdateUserPoolDomain',
  authorisation: 'signature',
  input: domainMembers,
  run(service, { CustomDomainConfig: config, Domain, UserPoolId, ...request }): Wire<UpdateUserPoolDomainResponse> {
    const pool = service.requirePool(UserPoolId);
    const { featurePlan } = pool.settings;
    const before = service.domains.require(Domain, pool.id);
    if (request.Routing !== undefined) throw new NotSimulatedException(features.multiRegion.name);
    if (config !== undefined && before.custom === undefined)
      throw new InvalidParameterException('A domain prefix has no certificate.');
    const domain = {
      ...before,
      custom: config ? { certificateArn: config.CertificateArn, securityPolicy: config.SecurityPolicy } : before.custom,
      managedLoginVersion: request.ManagedLoginVersion ?? before.managedLoginVersion,
    };
    requirePartInPlan(featurePlan, domainBeyondPlan(featurePlan, domain.managedLoginVersion));
    service.domains.replace(domain);
    return {
      ManagedLoginVersion: domain.managedLoginVersion,
      ...(domain.custom !== undefined && { CloudFrontDomain: domain.distribution }),
    };
  },
});
