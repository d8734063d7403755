import { forgetDevice as forget } from '../devices/change-device';
import * as member from '../wire/members';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Forgets a device of the signed-in user (API_ForgetDevice, whose model demands no token). */
export const forgetDevice = operation({
  name: 'ForgetDevice',
  authorisation: 'access-token',
  input: { AccessToken: member.token, DeviceKey: required(member.deviceKey) },
  async run(service, { AccessToken = '', DeviceKey }) {
    const { pool, user } = await service.requireBearer(AccessToken);
    forget(pool, user, DeviceKey);
    return {};
  },
});
