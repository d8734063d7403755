import { InvalidParameterException, ResourceNotFoundException } from '../wire/exceptions';
import * as member from '../wire/members';
import { required, string } from '../wire/shape';
import { operation } from './operation';

/** Ends one of two secrets; the last one stays (API_DeleteUserPoolClientSecret). */
export const deleteUserPoolClientSecret = operation({
  name: 'DeleteUserPoolClientSecret',
  authorisation: 'signature',
  input: {
    ClientId: required(member.clientId),
    ClientSecretId: required(string({ min: 1, max: 128 })),
    UserPoolId: required(member.userPoolId),
  },
  run(service, { ClientId, ClientSecretId, UserPoolId }) {
    const pool = service.requirePool(UserPoolId);
    const { secrets } = pool.requireClient(ClientId);
    const left = secrets.filter(({ id }) => id !== ClientSecretId);
    if (left.length === secrets.length)
      throw new ResourceNotFoundException(`Client secret ${ClientSecretId} does not exist.`);
    if (left.length === 0)
      throw new InvalidParameterException('The last remaining secret of an app client cannot be deleted.');
    pool.clients.update(ClientId, { secrets: left });
    return {};
  },
});
