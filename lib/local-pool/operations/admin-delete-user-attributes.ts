import type { AdminDeleteUserAttributesResponse } from '@aws-sdk/client-cognito-identity-provider';
import { deleteAttributes } from '../schema/delete-attributes';
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
    const { username, attributes } = pool.requireUser(Username);
    const left = deleteAttributes(pool.settings.schema, attributes, UserAttributeNames);
    // What went to an address that is gone must neither confirm the user nor reset the password.
    if (left['email'] !== attributes['email']) pool.codes.withdrawAllOf(username);
    pool.users.update(username, { attributes: left });
    return {};
  },
});
