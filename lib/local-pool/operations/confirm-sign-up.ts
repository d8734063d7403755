import type { ConfirmSignUpResponse } from '@aws-sdk/client-cognito-identity-provider';
import { requireEnabled } from '../authentication/account-state';
import { confirmUser, requireUnconfirmed } from '../authentication/confirm-user';
import { findRequestedUser, unknownUser } from '../authentication/requested-user';
import { refuseSimulatedCode } from '../messages/simulated-delivery';
import { features } from '../settings/features';
import { NotSimulatedException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Ends a sign-up with the code that was sent, and marks the address that it was sent to as verified (API_ConfirmSignUp). */
export const confirmSignUp = operation({
  name: 'ConfirmSignUp',
  authorisation: 'client',
  input: {
    ClientId: required(member.clientId),
    ClientMetadata: member.clientMetadata,
    ConfirmationCode: required(member.confirmationCode),
    SecretHash: member.secretHash,
    Session: member.session,
    Username: required(member.username),
  },
  async run(service, request): Promise<Wire<ConfirmSignUpResponse>> {
    const { pool, client, user } = findRequestedUser(service, request);
    // It would sign the user in afterwards; SignUp gives none here.
    if (request.Session !== undefined) throw new NotSimulatedException(features.userAuth.name);
    if (user === undefined) {
      if (!client.preventUserExistenceErrors) throw unknownUser();
      return refuseSimulatedCode(pool, request.Username, 'sign-up');
    }
    requireEnabled(user);
    requireUnconfirmed(user);
    pool.codes.require(user.username, 'sign-up', request.ConfirmationCode);
    await confirmUser(pool, client.id, user, { email_verified: 'true' }, request.ClientMetadata);
    return {};
  },
});
