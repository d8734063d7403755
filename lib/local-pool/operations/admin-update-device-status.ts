import { setRemembered } from '../devices/change-device';
import * as member from '../wire/members';
import { required } from '../wire/shape';
import { operation } from './operation';

/** The same as UpdateDeviceStatus for any user, by an administrator (API_AdminUpdateDeviceStatus). */
export const adminUpdateDeviceStatus = operation({
  name: 'AdminUpdateDeviceStatus',
  authorisation: 'signature',
  input: {
    DeviceKey: required(member.deviceKey),
    DeviceRememberedStatus: member.deviceRememberedStatus,
    UserPoolId: required(member.userPoolId),
    Username: required(member.username),
  },
  run(service, { DeviceKey, DeviceRememberedStatus, UserPoolId, Username }) {
    const pool = service.requirePool(UserPoolId);
    setRemembered(pool, pool.requireUser(Username), DeviceKey, DeviceRememberedStatus);
    return {};
  },
});
