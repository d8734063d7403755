import type { GetDeviceResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeDevice } from '../describe/device';
import { requireDevice } from '../devices/require-device';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** One device of the signed-in user (API_GetDevice, whose model demands no token). */
export const getDevice = operation({
  name: 'GetDevice',
  authorisation: 'access-token',
  input: { AccessToken: member.token, DeviceKey: required(member.deviceKey) },
  async run(service, { AccessToken = '', DeviceKey }): Promise<Wire<GetDeviceResponse>> {
    const { pool, user } = await service.requireBearer(AccessToken);
    return { Device: describeDevice(pool, user, requireDevice(pool, user, DeviceKey)) };
  },
});
