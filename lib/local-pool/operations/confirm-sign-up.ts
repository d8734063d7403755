import type { ConfirmSignUpResponse } from '@aws-sdk/client-cognito-identity-provider';
import { claimNames } from '../attributes/claim-names';
import { requireEnabled } from '../authentication/account-state';
import { confirmUser, requireUnconfirmed } from '../authentication/confirm-user';
import { findRequestedUser, unknownUser } from '../authentication/requested-user';
import { requireSignUpSession, signUpSession } from '../authentication/sign-up-session';
import { verifiedFlag } from '../messages/destination';
import { refuseSimulatedCode } from '../messages/simulated-delivery';
import { verificationDestination } from '../messages/verification-destination';
import { AliasExistsException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { boolean, required } from '../wire/shape';
import { operation } from './operation';

/** Ends a sign-up with the code that was sent, and marks the address that it was sent to as verified (API_ConfirmSignUp). */
export const confirmSignUp = operation({
  name: 'ConfirmSignUp',
  authorisation: 'client',
  input: {
    ClientId: required(member.clientId),
    ClientMetadata: member.clientMetadata,
    ConfirmationCode: required(member.confirmationCode),
    ForceAliasCreation: boolean(),
    SecretHash: member.secretHash,
    Session: member.session,
    Username: required(member.username),
  },
  async run(service, request): Promise<Wire<ConfirmSignUpResponse>> {
    const { pool, client, user } = findRequestedUser(service, request, 'ConfirmSignUp');
    if (user === undefined) {
      if (!client.preventUserExistenceErrors) throw unknownUser();
      return refuseSimulatedCode(pool, request.Username, 'sign-up');
    }
    requireEnabled(user);
    requireUnconfirmed(user);
    const { Session } = request;
    if (Session !== undefined) requireSignUpSession(pool, client, user, Session);
    pool.codes.require(user.username, 'sign-up', request.ConfirmationCode);
    const sentTo = verificationDestination(pool, user.attributes);
    const verified = sentTo === undefined ? {} : verifiedFlag(sentTo);
    claimNames(
      pool,
      user.username,
      { ...user.attributes, ...verified },
      { force: request.ForceAliasCreation ?? false, refuse: aliasExists },
    );
    await confirmUser(pool, client.id, user, verified, request.ClientMetadata);
    if (Session === undefined) return {};
    pool.signUps.spend(Session, client.id);
    return signUpSession(pool, client, user, { confirmed: true });
  },
});

function aliasExists(attribute: string): AliasExistsException {
  return new AliasExistsException(`An account with the ${attribute} already exists.`);
}
