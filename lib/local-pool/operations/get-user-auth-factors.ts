import type { GetUserAuthFactorsResponse } from '@aws-sdk/client-cognito-identity-provider';
import { requirePasswordInForce } from '../authentication/account-state';
import { describeAuthFactors } from '../describe/auth-factors';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** What the signed-in user can sign in with (API_GetUserAuthFactors). */
export const getUserAuthFactors = operation({
  name: 'GetUserAuthFactors',
  authorisation: 'access-token',
  input: { AccessToken: required(member.token) },
  async run(service, { AccessToken }): Promise<Wire<GetUserAuthFactorsResponse>> {
    const { user } = await service.requireBearer(AccessToken);
    requirePasswordInForce(user);
    return describeAuthFactors(user);
  },
});
