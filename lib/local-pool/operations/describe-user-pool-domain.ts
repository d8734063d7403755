import type { DescribeUserPoolDomainResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeDomain } from '../describe/user-pool-domain';
import { domain } from '../wire/domain-members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** A domain; an empty description says that the name is free (API_DescribeUserPoolDomain). */
export const describeUserPoolDomain = operation({
  name: 'DescribeUserPoolDomain',
  authorisation: 'signature',
  input: { Domain: required(domain) },
  run(service, { Domain }, { region }): Wire<DescribeUserPoolDomainResponse> {
    const found = service.domains.find(region, Domain);
    if (found === undefined) return { DomainDescription: {} };
    return { DomainDescription: describeDomain(service.requirePool(found.poolId), found) };
  },
});
