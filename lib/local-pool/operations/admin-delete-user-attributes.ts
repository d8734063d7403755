import type { AdminDeleteUserAttributesResponse } from '@aws-sdk/client-cognito-identity-provider';
import { removeAttributes } from '../attributes/change-attributes';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { list, required } from '../wire/shape';
import { operation } from './operation';

/** Deletes attributes of any user (API_AdminDeleteUserAttributes). */
export const adminDeleteUserAttributes = operation({
  name: 'AdminDeleteUserAttributes',
  authorisation: 'signature',
  input: {
    UserAttributeNames: required(list(member.attributeName)),
    UserPoolId: required(member.userPoolId),
    Username: required(member.username),
  },
  run(service, { UserAttributeNames, UserPoolId, Username }): Wire<AdminDeleteUserAttributesResponse> {
    const pool = service.requirePool(UserPoolId);
    removeAttributes(pool, pool.requireUser(Username), UserAttributeNames);
    return {};
  },
});
