import { listDevicesOf } from '../devices/list-devices';
import { deviceOfNobody } from '../devices/require-device';
import * as member from '../wire/members';
import { required } from '../wire/shape';
import { operation } from './operation';

/** The devices of any user, for an administrator (API_AdminListDevices). */
export const adminListDevices = operation({
  name: 'AdminListDevices',
  authorisation: 'signature',
  input: {
    Limit: member.limit,
    PaginationToken: member.nextToken,
    UserPoolId: required(member.userPoolId),
    Username: required(member.username),
  },
  run(service, { Limit: limit, PaginationToken: nextToken, UserPoolId, Username }) {
    const pool = service.requirePool(UserPoolId);
    return listDevicesOf(pool, pool.requireUser(Username, deviceOfNobody()), { limit, nextToken });
  },
});
