import type { CreateUserPoolDomainResponse } from '@aws-sdk/client-cognito-identity-provider';
import { lowercaseAlphanumerics } from '../randomness';
import { features } from '../settings/features';
import { InvalidParameterException, NotSimulatedException } from '../wire/exceptions';
import { domainMembers } from '../wire/domain-members';
import type { Wire } from '../wire/response';
import { operation } from './operation';

/** Gives a pool a domain: a prefix, or with a certificate a name of one's own. Nothing answers there (API_CreateUserPoolDomain). */
export const createUserPoolDomain = operation({
  name: 'CreateUserPoolDomain',
  authorisation: 'signature',
  input: domainMembers,
  run(service, { CustomDomainConfig, Domain: name, UserPoolId, ...request }): Wire<CreateUserPoolDomainResponse> {
    const pool = service.requirePool(UserPoolId);
    if (request.Routing !== undefined) throw new NotSimulatedException(features.multiRegion.name);
    const isCustom = CustomDomainConfig !== undefined;
    if (!isCustom && name.includes('.')) throw new InvalidParameterException('A domain prefix has no dots.');
    if (!isCustom && /cognito|aws|amazon/.test(name))
      throw new InvalidParameterException('Domain cannot contain reserved word: cognito, aws or amazon.');
    const distribution = isCustom ? `${pool.randomness.text(14, lowercaseAlphanumerics)}.cloudfront.net` : undefined;
    const { ManagedLoginVersion: managedLoginVersion = 1 } = request;
    const { CertificateArn: certificateArn } = CustomDomainConfig ?? {};
    service.domains.add({ name, poolId: pool.id, certificateArn, managedLoginVersion, distribution });
    return {
      ManagedLoginVersion: managedLoginVersion,
      ...(distribution !== undefined && { CloudFrontDomain: distribution }),
    };
  },
});
