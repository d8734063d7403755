import { InvalidParameterException } from '../wire/exceptions';
import * as member from '../wire/members';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Removes a pool with everything in it; one that is protected, or that has a domain, stays (API_DeleteUserPool). */
export const deleteUserPool = operation({
  name: 'DeleteUserPool',
  authorisation: 'signature',
  input: { UserPoolId: required(member.userPoolId) },
  run(service, { UserPoolId }) {
    const pool = service.requirePool(UserPoolId);
    if (pool.settings.deletionProtection)
      throw new InvalidParameterException(
        'The user pool cannot be deleted because deletion protection is activated. ' +
          'Deletion protection must be inactivated first.',
      );
    if (service.domains.ofPool(pool.id).length > 0)
      throw new InvalidParameterException(
        'User pool cannot be deleted. It has a domain configured that should be deleted first.',
      );
    service.removePool(pool.id);
    return {};
  },
});
