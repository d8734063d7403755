import type { ResendConfirmationCodeResponse } from '@aws-sdk/client-cognito-identity-provider';
import { findRequestedUser, unknownUser } from '../authentication/requested-user';
import { sendCode } from '../messages/send-message';
import { simulateDelivery } from '../messages/simulated-delivery';
import { verificationDestination } from '../messages/verification-destination';
import { InvalidParameterException, NotAuthorizedException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Sends a new sign-up code; the one before it stops working (API_ResendConfirmationCode). */
export const resendConfirmationCode = operation({
  name: 'ResendConfirmationCode',
  authorisation: 'client',
  input: {
    ClientId: required(member.clientId),
    ClientMetadata: member.clientMetadata,
    SecretHash: member.secretHash,
    Username: required(member.username),
  },
  async run(service, request): Promise<Wire<ResendConfirmationCodeResponse>> {
    const { pool, client, user } = findRequestedUser(service, request, 'ResendConfirmationCode');
    if (pool.settings.autoVerifiedAttributes.length === 0) throw nothingToVerify();
    if (user === undefined) {
      if (!client.preventUserExistenceErrors) throw unknownUser();
      return { CodeDeliveryDetails: simulateDelivery(pool, request.Username, 'sign-up') };
    }
    if (user.status !== 'UNCONFIRMED') throw new InvalidParameterException('User is already confirmed.');
    const to = verificationDestination(pool, user.attributes);
    if (to === undefined) throw nothingToVerify();
    const letter = {
      pool,
      clientId: client.id,
      kind: 'ResendCode',
      user,
      to,
      clientMetadata: request.ClientMetadata,
    } as const;
    return { CodeDeliveryDetails: await sendCode(letter, 'sign-up') };
  },
});

function nothingToVerify(): NotAuthorizedException {
  return new NotAuthorizedException('Cannot resend codes. Auto verification not turned on.');
}
