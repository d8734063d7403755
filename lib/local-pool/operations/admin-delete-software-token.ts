import type { AdminDeleteSoftwareTokenResponse } from '@aws-sdk/client-cognito-identity-provider';
import { withoutFactor } from '../mfa/set-preference';
import { UserNotConfirmedException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/**
 * Removes a user's authenticator, for one that is lost: TOTP is no factor until another one is registered
 * (API_AdminDeleteSoftwareToken). That a secret which no code has proved goes too, and that a user without an
 * authenticator is no error, is our own.
 */
export const adminDeleteSoftwareToken = operation({
  name: 'AdminDeleteSoftwareToken',
  authorisation: 'signature',
  input: { UserPoolId: required(member.userPoolId), Username: required(member.username) },
  run(service, { UserPoolId, Username }): Wire<AdminDeleteSoftwareTokenResponse> {
    const pool = service.requirePool(UserPoolId);
    const { username, status } = pool.requireUser(Username);
    if (status === 'UNCONFIRMED') throw new UserNotConfirmedException('User is not confirmed.');
    pool.users.update(username, ({ mfa }) => ({
      softwareToken: undefined,
      proposedSecret: undefined,
      mfa: withoutFactor(mfa, 'SOFTWARE_TOKEN_MFA'),
    }));
    return {};
  },
});
