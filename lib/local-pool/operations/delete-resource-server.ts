import { requireServer } from '../describe/resource-server';
import { resourceServerKey } from '../wire/resource-server-members';
import { operation } from './operation';

/** Removes a resource server with its scopes (API_DeleteResourceServer). */
export const deleteResourceServer = operation({
  name: 'DeleteResourceServer',
  authorisation: 'signature',
  input: resourceServerKey,
  run(service, { Identifier, UserPoolId }) {
    const pool = service.requirePool(UserPoolId);
    pool.stored.resourceServers.delete(requireServer(pool, Identifier).identifier);
    return {};
  },
});
