import type { AdminUpdateUserAttributesResponse } from '@aws-sdk/client-cognito-identity-provider';
import { changeAttributes } from '../attributes/change-attributes';
import { attributesFrom } from '../state/user-attributes';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/**
 * Writes attributes of any user; an empty value deletes. A changed address is unverified, and is sent a code where the
 * pool verifies it, unless its verified flag is given too (API_AdminUpdateUserAttributes).
 */
export const adminUpdateUserAttributes = operation({
  name: 'AdminUpdateUserAttributes',
  authorisation: 'signature',
  input: {
    ClientMetadata: member.clientMetadata,
    UserAttributes: required(member.attributes),
    UserPoolId: required(member.userPoolId),
    Username: required(member.username),
  },
  async run(service, request): Promise<Wire<AdminUpdateUserAttributesResponse>> {
    const pool = service.requirePool(request.UserPoolId);
    await changeAttributes({
      pool,
      clientId: undefined,
      user: pool.requireUser(request.Username),
      given: attributesFrom(request.UserAttributes),
      writer: 'administrator',
      clientMetadata: request.ClientMetadata,
    });
    return {};
  },
});
