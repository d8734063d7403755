import * as member from '../wire/members';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Removes an app client: nobody signs in through it any more, and its tokens end (API_DeleteUserPoolClient). */
export const deleteUserPoolClient = operation({
  name: 'DeleteUserPoolClient',
  authorisation: 'signature',
  input: { ClientId: required(member.clientId), UserPoolId: required(member.userPoolId) },
  run(service, { ClientId, UserPoolId }) {
    const pool = service.requirePool(UserPoolId);
    pool.clients.remove(pool.requireClient(ClientId).id);
    return {};
  },
});
