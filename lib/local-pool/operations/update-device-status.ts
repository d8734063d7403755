import { setRemembered } from '../devices/change-device';
import * as member from '../wire/members';
import { required } from '../wire/shape';
import { operation } from './operation';

/** The signed-in user's answer to whether a device is to be remembered (API_UpdateDeviceStatus). */
export const updateDeviceStatus = operation({
  name: 'UpdateDeviceStatus',
  authorisation: 'access-token',
  input: {
    AccessToken: required(member.token),
    DeviceKey: required(member.deviceKey),
    DeviceRememberedStatus: member.deviceRememberedStatus,
  },
  async run(service, { AccessToken, DeviceKey, DeviceRememberedStatus }) {
    const { pool, user } = await service.requireBearer(AccessToken);
    setRemembered(pool, user, DeviceKey, DeviceRememberedStatus);
    return {};
  },
});
