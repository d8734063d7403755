import type { AdminGetDeviceResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeDevice } from '../describe/device';
import { deviceOfNobody, requireDevice } from '../devices/require-device';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** One device of any user, for an administrator (API_AdminGetDevice). */
export const adminGetDevice = operation({
  name: 'AdminGetDevice',
  authorisation: 'signature',
  input: {
    DeviceKey: required(member.deviceKey),
    UserPoolId: required(member.userPoolId),
    Username: required(member.username),
  },
  run(service, { DeviceKey, UserPoolId, Username }): Wire<AdminGetDeviceResponse> {
    const pool = service.requirePool(UserPoolId);
    const user = pool.requireUser(Username, deviceOfNobody());
    return { Device: describeDevice(pool, user, requireDevice(pool, user, DeviceKey)) };
  },
});
