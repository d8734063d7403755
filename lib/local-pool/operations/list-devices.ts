import { listDevicesOf } from '../devices/list-devices';
import * as member from '../wire/members';
import { required } from '../wire/shape';
import { operation } from './operation';

/** The devices of the signed-in user (API_ListDevices). */
export const listDevices = operation({
  name: 'ListDevices',
  authorisation: 'access-token',
  input: { AccessToken: required(member.token), Limit: member.limit, PaginationToken: member.nextToken },
  async run(service, { AccessToken, Limit: limit, PaginationToken: nextToken }) {
    const { pool, user } = await service.requireBearer(AccessToken);
    return listDevicesOf(pool, user, { limit, nextToken });
  },
});
