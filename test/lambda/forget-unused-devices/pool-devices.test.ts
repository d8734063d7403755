import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { PoolDevices, ThrottledError } from '../../../lambda/forget-unused-devices/pool-devices';
import { json, loopbackServer, type LoopbackServer } from '../loopback-server';

let cognito: LoopbackServer;
let pool: PoolDevices;
beforeAll(async () => {
  cognito = await loopbackServer(json(200, {}));
  const client = new CognitoIdentityProviderClient({
    endpoint: cognito.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  });
  pool = new PoolDevices(client, 'eu-west-1_AbCdEf123');
});
afterAll(() => cognito.close());

const device = { key: 'a1', lastUsed: undefined };
const calls: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['listing users', () => pool.users(undefined)],
  ['listing devices', () => pool.devicesOf('anna')],
  ['forgetting', () => pool.forget('anna', device)],
];

describe.each(calls)('%s', (_, call) => {
  test('that the service has no room for asks for a pause', async () => {
    cognito.now(json(400, { __type: 'TooManyRequestsException', message: 'Rate exceeded' }));
    await expect(call()).rejects.toBeInstanceOf(ThrottledError);
  });

  test('that is refused for another reason fails', async () => {
    cognito.now(json(400, { __type: 'NotAuthorizedException', message: 'no' }));
    await expect(call()).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  });
});

test('a device was last used at its last sign-in, else when it was made', async () => {
  cognito.now(
    json(200, {
      Devices: [
        { DeviceKey: 'signed-in', DeviceCreateDate: 1_000_000_000, DeviceLastAuthenticatedDate: 1_500_000_000 },
        { DeviceKey: 'new', DeviceCreateDate: 1_600_000_000 },
        { DeviceKey: 'unknown' },
      ],
    }),
  );
  await expect(pool.devicesOf('anna')).resolves.toEqual([
    { key: 'signed-in', lastUsed: new Date(1_500_000_000_000) },
    { key: 'new', lastUsed: new Date(1_600_000_000_000) },
    { key: 'unknown', lastUsed: undefined },
  ]);
});
