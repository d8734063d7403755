import type { UpdateUserAttributesResponse } from '@aws-sdk/client-cognito-identity-provider';
import { changeAttributes } from '../attributes/change-attributes';
import { requirePasswordInForce } from '../authentication/account-state';
import { attributesFrom } from '../state/user-attributes';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/**
 * The signed-in user writes the own attributes, as far as the app client may; an empty value deletes. A changed address
 * is unverified, and is sent a code where the pool verifies it (API_UpdateUserAttributes).
 */
export const updateUserAttributes = operation({
  name: 'UpdateUserAttributes',
  authorisation: 'access-token',
  input: {
    AccessToken: required(member.token),
    ClientMetadata: member.clientMetadata,
    UserAttributes: required(member.attributes),
  },
  async run(service, request): Promise<Wire<UpdateUserAttributesResponse>> {
    const { pool, client, user } = await service.requireBearer(request.AccessToken);
    requirePasswordInForce(user);
    const deliveries = await changeAttributes({
      pool,
      clientId: client.id,
      user,
      given: attributesFrom(request.UserAttributes),
      writer: client,
      clientMetadata: request.ClientMetadata,
    });
    return { CodeDeliveryDetailsList: deliveries };
  },
});
