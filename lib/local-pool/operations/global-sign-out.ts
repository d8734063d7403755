import { NotAuthorizedException } from '../wire/exceptions';
import * as member from '../wire/members';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Revokes everything that the signed-in user holds (API_GlobalSignOut, which declares no UserNotFoundException). */
export const globalSignOut = operation({
  name: 'GlobalSignOut',
  authorisation: 'access-token',
  input: { AccessToken: required(member.token) },
  async run(service, { AccessToken }) {
    const { pool, user } = await service.requireBearer(AccessToken, new NotAuthorizedException('Invalid Access Token'));
    pool.families.revokeAllOf(user.username);
    return {};
  },
});
