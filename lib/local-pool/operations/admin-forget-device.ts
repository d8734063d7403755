import { forgetDevice } from '../devices/change-device';
import * as member from '../wire/members';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Forgets a device of any user, for an administrator (API_AdminForgetDevice). */
export const adminForgetDevice = operation({
  name: 'AdminForgetDevice',
  authorisation: 'signature',
  input: {
    DeviceKey: required(member.deviceKey),
    UserPoolId: required(member.userPoolId),
    Username: required(member.username),
  },
  run(service, { DeviceKey, UserPoolId, Username }) {
    const pool = service.requirePool(UserPoolId);
    forgetDevice(pool, pool.requireUser(Username), DeviceKey);
    return {};
  },
});
