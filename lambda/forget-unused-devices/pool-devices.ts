import {
  AdminForgetDeviceCommand,
  AdminListDevicesCommand,
  ListUsersCommand,
  ResourceNotFoundException,
  TooManyRequestsException,
  UserNotFoundException,
  type CognitoIdentityProviderClient,
  type DeviceType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Device } from './decide';

/** One page of the users of a pool. */
export interface UserPage {
  readonly userNames: readonly string[];
  /** Undefined on the last page. */
  readonly next: string | undefined;
}

/** The service takes no more requests for now: its quotas are those of everybody who signs in. */
export class ThrottledError extends Error {
  override readonly name = 'ThrottledError';
}

/** Most users and devices that the service shows at a time. */
const pageSize = 60;

/** The devices of all users of a pool. Users and devices that have gone in the meantime are no error. */
export class PoolDevices {
  readonly #client: CognitoIdentityProviderClient;
  readonly #UserPoolId: string;
  readonly #usersInPage: number;

  constructor(client: CognitoIdentityProviderClient, userPoolId: string, usersInPage = pageSize) {
    this.#client = client;
    this.#UserPoolId = userPoolId;
    this.#usersInPage = usersInPage;
  }

  /** Asks for no attribute that tells who somebody is. @throws ThrottledError */
  async users(PaginationToken: string | undefined): Promise<UserPage> {
    const { Users = [], PaginationToken: next } = await patient(
      this.#client.send(
        new ListUsersCommand({
          UserPoolId: this.#UserPoolId,
          AttributesToGet: ['sub'],
          Limit: this.#usersInPage,
          PaginationToken,
        }),
      ),
    );
    return { userNames: Users.flatMap(({ Username }) => Username ?? []), next };
  }

  /** All devices of a user. @throws ThrottledError */
  async devicesOf(Username: string): Promise<readonly Device[]> {
    const devices: Device[] = [];
    let PaginationToken: string | undefined;
    do {
      const command = new AdminListDevicesCommand({
        UserPoolId: this.#UserPoolId,
        Username,
        Limit: pageSize,
        PaginationToken,
      });
      const page = await unlessGone(patient(this.#client.send(command)));
      devices.push(...(page?.Devices ?? []).flatMap(deviceIn));
      PaginationToken = page?.PaginationToken;
    } while (PaginationToken !== undefined);
    return devices;
  }

  /** @throws ThrottledError */
  async forget(Username: string, { key: DeviceKey }: Device): Promise<void> {
    const command = new AdminForgetDeviceCommand({ UserPoolId: this.#UserPoolId, Username, DeviceKey });
    await unlessGone(patient(this.#client.send(command)));
  }
}

function deviceIn({ DeviceKey: key, DeviceLastAuthenticatedDate, DeviceCreateDate }: DeviceType): readonly Device[] {
  return key === undefined ? [] : [{ key, lastUsed: DeviceLastAuthenticatedDate ?? DeviceCreateDate }];
}

async function patient<Output>(call: Promise<Output>): Promise<Output> {
  try {
    return await call;
  } catch (error) {
    throw error instanceof TooManyRequestsException ? new ThrottledError('Too many requests') : error;
  }
}

async function unlessGone<Output>(call: Promise<Output>): Promise<Output | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof UserNotFoundException || error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}
