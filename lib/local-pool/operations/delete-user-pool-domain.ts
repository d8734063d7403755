import type { DeleteUserPoolDomainResponse } from '@aws-sdk/client-cognito-identity-provider';
import { domain } from '../wire/domain-members';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Takes a domain from its pool; the name is free again (API_DeleteUserPoolDomain). */
export const deleteUserPoolDomain = operation({
  name: 'DeleteUserPoolDomain',
  authorisation: 'signature',
  input: { Domain: required(domain), UserPoolId: required(member.userPoolId) },
  run(service, { Domain, UserPoolId }): Wire<DeleteUserPoolDomainResponse> {
    const pool = service.requirePool(UserPoolId);
    service.domains.remove(service.domains.require(Domain, pool.id));
    return {};
  },
});
