import type { ConfirmForgotPasswordResponse } from '@aws-sdk/client-cognito-identity-provider';
import { findRequestedUser, unknownUser } from '../authentication/requested-user';
import { refuseSimulatedCode } from '../messages/simulated-delivery';
import { requireResettable } from '../passwords/reset-password';
import { replacePassword } from '../passwords/set-password';
import { triggerAttributes } from '../state/user-attributes';
import { postConfirmation } from '../triggers/post-confirmation';
import { NotAuthorizedException, UserNotConfirmedException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/**
 * Sets a new password with the code of ForgotPassword or AdminResetUserPassword. A password that the policy refuses leaves
 * the code valid (API_ConfirmForgotPassword).
 */
export const confirmForgotPassword = operation({
  name: 'ConfirmForgotPassword',
  authorisation: 'client',
  input: {
    ClientId: required(member.clientId),
    ClientMetadata: member.clientMetadata,
    ConfirmationCode: required(member.confirmationCode),
    Password: required(member.password),
    SecretHash: member.secretHash,
    Username: required(member.username),
  },
  async run(service, request): Promise<Wire<ConfirmForgotPasswordResponse>> {
    const { pool, client, user } = findRequestedUser(service, request, 'PasswordRecovery');
    if (user?.enabled !== true) {
      if (client.preventUserExistenceErrors) return refuseSimulatedCode(pool, request.Username, 'password-reset');
      throw user === undefined ? unknownUser() : new NotAuthorizedException('User is disabled.');
    }
    if (user.status === 'UNCONFIRMED') throw new UserNotConfirmedException('User is not confirmed.');
    requireResettable(user);
    const { username } = user;
    pool.codes.require(username, 'password-reset', request.ConfirmationCode);
    const password = replacePassword(pool, user, request.Password, { temporary: false });
    pool.codes.withdraw(username, 'password-reset');
    pool.users.update(username, { ...password, status: 'CONFIRMED' });
    await postConfirmation(
      { pool, clientId: client.id },
      {
        source: 'PostConfirmation_ConfirmForgotPassword',
        username,
        attributes: triggerAttributes(pool.requireUser(username)),
        clientMetadata: request.ClientMetadata,
      },
    );
    return {};
  },
});
