import type { VerifyUserAttributeResponse } from '@aws-sdk/client-cognito-identity-provider';
import { claimNames } from '../attributes/claim-names';
import { storeAttributes } from '../attributes/store-attributes';
import { requireVerifiable } from '../attributes/verifiable-attribute';
import { requirePasswordInForce } from '../authentication/account-state';
import { verifyContact } from '../schema/update-attributes';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/**
 * Proves an address of the signed-in user with the code that went there; a new one that waited for it counts from now on
 * (API_VerifyUserAttribute).
 */
export const verifyUserAttribute = operation({
  name: 'VerifyUserAttribute',
  authorisation: 'access-token',
  input: {
    AccessToken: required(member.token),
    AttributeName: required(member.attributeName),
    Code: required(member.confirmationCode),
  },
  async run(service, request): Promise<Wire<VerifyUserAttributeResponse>> {
    const { pool, user } = await service.requireBearer(request.AccessToken);
    requirePasswordInForce(user);
    const contact = requireVerifiable(request.AttributeName);
    pool.attemptLimits.count('VerifyUserAttribute', user.username);
    pool.codes.require(user.username, `attribute:${contact}`, request.Code);
    claimNames(pool, user.username, verifyContact(user, contact).attributes);
    pool.codes.withdraw(user.username, `attribute:${contact}`);
    storeAttributes(pool, user.username, (latest) => verifyContact(latest, contact));
    return {};
  },
});
