import type { ChangePasswordResponse } from '@aws-sdk/client-cognito-identity-provider';
import { requirePasswordInForce } from '../authentication/account-state';
import { hasPassword, replacePassword } from '../passwords/set-password';
import { NotAuthorizedException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** The signed-in user chooses a new password; tokens that are out stay valid (API_ChangePassword). */
export const changePassword = operation({
  name: 'ChangePassword',
  authorisation: 'access-token',
  input: {
    AccessToken: required(member.token),
    PreviousPassword: member.password,
    ProposedPassword: required(member.password),
  },
  async run(service, request): Promise<Wire<ChangePasswordResponse>> {
    const { pool, user } = await service.requireBearer(request.AccessToken);
    const { PreviousPassword: previous, ProposedPassword: proposed } = request;
    pool.attemptLimits.count('ChangePassword', user.username);
    requirePasswordInForce(user);
    // Who signs in by code alone has no password to bring.
    const isProved = previous === undefined ? user.password === undefined : hasPassword(pool, user, previous);
    if (!isProved) throw new NotAuthorizedException('Incorrect username or password.');
    pool.users.update(user.username, replacePassword(pool, user, proposed, { temporary: false }));
    return {};
  },
});
