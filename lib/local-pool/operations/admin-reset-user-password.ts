import type { AdminResetUserPasswordResponse } from '@aws-sdk/client-cognito-identity-provider';
import { recoveryDestination, requireSelfRecovery } from '../messages/recovery-destination';
import { sendMessage } from '../messages/send-message';
import { requireResettable } from '../passwords/reset-password';
import { InvalidParameterException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/**
 * Makes any user choose a new password: the old one no longer signs in, and a code is sent for ConfirmForgotPassword.
 * Tokens that are out stay valid (API_AdminResetUserPassword).
 */
export const adminResetUserPassword = operation({
  name: 'AdminResetUserPassword',
  authorisation: 'signature',
  input: {
    ClientMetadata: member.clientMetadata,
    UserPoolId: required(member.userPoolId),
    Username: required(member.username),
  },
  async run(service, { ClientMetadata, UserPoolId, Username }): Promise<Wire<AdminResetUserPasswordResponse>> {
    const pool = service.requirePool(UserPoolId);
    const user = pool.requireUser(Username);
    requireSelfRecovery(pool);
    requireResettable(user);
    const to = recoveryDestination(pool, user);
    if (to === undefined)
      throw new InvalidParameterException(
        'Cannot reset password for the user as there is no registered/verified email or phone_number',
      );
    const { username } = user;
    const letter = {
      pool,
      clientId: undefined,
      kind: 'ForgotPassword',
      user,
      to,
      clientMetadata: ClientMetadata,
    } as const;
    await sendMessage(letter, () => {
      pool.users.update(username, { status: 'RESET_REQUIRED' });
      return pool.codes.issue(username, 'password-reset');
    });
    return {};
  },
});
