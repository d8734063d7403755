import { removeUser } from '../state/remove-user';
import * as member from '../wire/members';
import { required } from '../wire/shape';
import { operation } from './operation';

/** The signed-in user deletes the own account (API_DeleteUser). */
export const deleteUser = operation({
  name: 'DeleteUser',
  authorisation: 'access-token',
  input: { AccessToken: required(member.token) },
  async run(service, { AccessToken }) {
    const { pool, user } = await service.requireBearer(AccessToken);
    removeUser(pool, user);
    return {};
  },
});
