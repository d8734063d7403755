import type { DeleteUserAttributesResponse } from '@aws-sdk/client-cognito-identity-provider';
import { removeAttributes } from '../attributes/change-attributes';
import { requirePasswordInForce } from '../authentication/account-state';
import { requireWritable } from '../schema/check-attributes';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { list, required } from '../wire/shape';
import { operation } from './operation';

/** The signed-in user deletes attributes that the app client may write (API_DeleteUserAttributes). */
export const deleteUserAttributes = operation({
  name: 'DeleteUserAttributes',
  authorisation: 'access-token',
  input: { AccessToken: required(member.token), UserAttributeNames: required(list(member.attributeName)) },
  async run(service, { AccessToken, UserAttributeNames }): Promise<Wire<DeleteUserAttributesResponse>> {
    const { pool, client, user } = await service.requireBearer(AccessToken);
    requirePasswordInForce(user);
    requireWritable(client, UserAttributeNames);
    removeAttributes(pool, user, UserAttributeNames);
    return {};
  },
});
