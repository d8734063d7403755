import type { CreateUserPoolDomainResponse } from '@aws-sdk/client-cognito-identity-provider';
import { domainBeyondPlan, requirePartInPlan } from '../settings/feature-plan';
import { features } from '../settings/features';
import { domainNameProblem } from '../state/domains';
import { InvalidParameterException, NotSimulatedException } from '../wire/exceptions';
import { domainMembers } from '../wire/domain-members';
import type { Wire } from '../wire/response';
import { operation } from './operation';

/** Gives a pool a domain: a prefix, or with a certificate a name of one's own. Nothing answers there (API_CreateUserPoolDomain). */
export const createUserPoolDomain = operation({
  name: 'CreateUserPoolDomain',
  authorisation: 'signature',
  input: domainMembers,
  run(
    service,
    { CustomDomainConfig: config, Domain: name, UserPoolId, ...request },
  ): Wire<CreateUserPoolDomainResponse> {
    const pool = service.requirePool(UserPoolId);
    const { region, featurePlan } = pool.settings;
    if (request.Routing !== undefined) throw new NotSimulatedException(features.multiRegion.name);
    const { ManagedLoginVersion: managedLoginVersion = 1 } = request;
    const custom = config && { certificateArn: config.CertificateArn, securityPolicy: config.SecurityPolicy };
    const settings = { name, custom, managedLoginVersion };
    const problem = domainNameProblem(settings);
    if (problem !== undefined) throw new InvalidParameterException(problem);
    requirePartInPlan(featurePlan, domainBeyondPlan(featurePlan, managedLoginVersion));
    const { distribution } = service.domains.add(settings, { poolId: pool.id, region }, pool.randomness);
    return {
      ManagedLoginVersion: managedLoginVersion,
      ...(custom !== undefined && { CloudFrontDomain: distribution }),
    };
  },
});
