import type { AdminConfirmSignUpResponse } from '@aws-sdk/client-cognito-identity-provider';
import { confirmUser, requireUnconfirmed } from '../authentication/confirm-user';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Ends a sign-up without a code; it verifies no attribute (API_AdminConfirmSignUp). */
export const adminConfirmSignUp = operation({
  name: 'AdminConfirmSignUp',
  authorisation: 'signature',
  input: {
    ClientMetadata: member.clientMetadata,
    UserPoolId: required(member.userPoolId),
    Username: required(member.username),
  },
  async run(service, { ClientMetadata, UserPoolId, Username }): Promise<Wire<AdminConfirmSignUpResponse>> {
    const pool = service.requirePool(UserPoolId);
    const user = pool.requireUser(Username);
    requireUnconfirmed(user);
    await confirmUser(pool, undefined, user, {}, ClientMetadata);
    return {};
  },
});
