import type { ListDevicesResponse } from '@aws-sdk/client-cognito-identity-provider';
import { summarizeDevice } from '../describe/device';
import type { Pool } from '../pool';
import type { User } from '../state/user';
import { pageOf } from '../wire/pagination';
import type { Wire } from '../wire/response';
import { requireDeviceTracking } from './require-device';

/**
 * One page of a user's confirmed devices, by key.
 * @throws InvalidUserPoolConfigurationException for a pool that tracks none; InvalidParameterException for a foreign token.
 */
export function listDevicesOf(
  pool: Pool,
  user: User,
  page: { readonly limit: number | undefined; readonly nextToken: string | undefined },
): Wire<ListDevicesResponse> {
  requireDeviceTracking(pool);
  const confirmed = user.devices.filter((device) => device.confirmed);
  const { items, nextToken } = pageOf(confirmed, ({ key }) => key, page);
  return {
    Devices: items.map(summarizeDevice),
    ...(nextToken !== undefined && { PaginationToken: nextToken }),
  };
}
