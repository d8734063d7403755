import type { GetUserAttributeVerificationCodeResponse } from '@aws-sdk/client-cognito-identity-provider';
import { requireVerifiable } from '../attributes/verifiable-attribute';
import { requirePasswordInForce } from '../authentication/account-state';
import { sendContactCode } from '../messages/send-contact-code';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/**
 * Sends the signed-in user a new code for an address; to the new one where the old one still counts. The code before it
 * stops working (API_GetUserAttributeVerificationCode).
 */
export const getUserAttributeVerificationCode = operation({
  name: 'GetUserAttributeVerificationCode',
  authorisation: 'access-token',
  input: {
    AccessToken: required(member.token),
    AttributeName: required(member.attributeName),
    ClientMetadata: member.clientMetadata,
  },
  async run(service, request): Promise<Wire<GetUserAttributeVerificationCodeResponse>> {
    const { pool, client, user } = await service.requireBearer(request.AccessToken);
    requirePasswordInForce(user);
    const contact = requireVerifiable(request.AttributeName);
    pool.attemptLimits.count('GetUserAttributeVerificationCode', user.username);
    const delivery = await sendContactCode({
      pool,
      clientId: client.id,
      kind: 'VerifyUserAttribute',
      user,
      contact,
      value: user.pendingAttributes[contact] ?? user.attributes[contact] ?? '',
      clientMetadata: request.ClientMetadata,
    });
    return { CodeDeliveryDetails: delivery };
  },
});
