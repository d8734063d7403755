import type { DeviceType } from '@aws-sdk/client-cognito-identity-provider';
import { seconds } from '../clock';
import type { Pool } from '../pool';
import type { Device, User } from '../state/user';
import { attributeList } from '../state/user-attributes';
import type { Wire } from '../wire/response';

/** The local pool answers on the loopback interface alone. */
const lastIpUsed = '127.0.0.1';

/** A device as GetDevice shows it. */
export function describeDevice({ id, settings }: Pool, { username }: User, device: Device): Wire<DeviceType> {
  const owner = `${username}.${id}`;
  return withTimes(device, {
    ...statusOf(device),
    'dev:device_arn': `arn:aws:cognito-idp:${settings.region}:${settings.account}:owner/${owner}/device/${device.key}`,
    'dev:device_owner': owner,
    last_ip_used: lastIpUsed,
    'dev:device_remembered_status': device.remembered ? 'remembered' : 'not_remembered',
    'dev:device_sdk': 'aws-sdk',
  });
}

/** The shorter form of the lists. */
export function summarizeDevice(device: Device): Wire<DeviceType> {
  return withTimes(device, { ...statusOf(device), last_ip_used: lastIpUsed });
}

function statusOf({ name }: Device): Readonly<Record<string, string>> {
  return { device_status: 'valid', ...(name !== undefined && { device_name: name }) };
}

function withTimes(
  { key, created, modified, lastAuthenticated }: Device,
  attributes: Readonly<Record<string, string>>,
): Wire<DeviceType> {
  return {
    DeviceKey: key,
    DeviceAttributes: attributeList(attributes),
    // Whole seconds, unlike the times of users.
    DeviceCreateDate: seconds(created),
    DeviceLastModifiedDate: seconds(modified),
    DeviceLastAuthenticatedDate: seconds(lastAuthenticated),
  };
}
