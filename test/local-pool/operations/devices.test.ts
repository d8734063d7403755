import { buildPool, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';
import { signIn } from '../sign-in-steps';
import { proveDevice, rememberDevice, srpClient, type TestDevice } from '../srp-steps';

const name = 'anna@example.com';
const unknownKey = 'eu-west-1_0f9e8d7c-6b5a-4493-8271-605f4e3d2c1b';
const always = { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: false };

async function withDevice(): Promise<{ readonly built: BuiltPool; readonly device: TestDevice }> {
  const built = buildPool({ clients: { app: srpClient }, settings: { deviceTracking: always } });
  await built.addConfirmedUser(name);
  return { built, device: await rememberDevice(built, name) };
}

/** Both forms of an operation: the user's own with the access token, and the administrator's. */
const forms: readonly (readonly [
  string,
  (built: BuiltPool, device: Pick<TestDevice, 'accessToken'>, operation: string, body: object) => Promise<unknown>,
])[] = [
  ['', ({ call }, { accessToken: AccessToken }, operation, body) => call(operation, { AccessToken, ...body })],
  [
    'Admin',
    ({ callAsAdmin }, _device, operation, body) => callAsAdmin(`Admin${operation}`, { Username: name, ...body }),
  ],
];

describe.each(forms)('%sGetDevice', (_form, ask) => {
  test('shows every attribute of a device, and when it was made, changed and used', async () => {
    const { built, device } = await withDevice();
    const { pool, clock } = built;
    const made = clock.now() / 1000;
    // A part of a second, of which the service says nothing.
    clock.advance({ seconds: 60.7 });
    await proveDevice(built, await signIn(built, name, { DEVICE_KEY: device.DEVICE_KEY }), device);
    const owner = `${pool.requireUser(name).username}.${pool.id}`;
    expect(await ask(built, device, 'GetDevice', { DeviceKey: device.DEVICE_KEY })).toEqual({
      Device: {
        DeviceKey: device.DEVICE_KEY,
        DeviceAttributes: [
          { Name: 'device_status', Value: 'valid' },
          { Name: 'device_name', Value: 'Laptop' },
          {
            Name: 'dev:device_arn',
            Value: `arn:aws:cognito-idp:eu-west-1:000000000000:owner/${owner}/device/${device.DEVICE_KEY}`,
          },
          { Name: 'dev:device_owner', Value: owner },
          { Name: 'last_ip_used', Value: '127.0.0.1' },
          { Name: 'dev:device_remembered_status', Value: 'remembered' },
          { Name: 'dev:device_sdk', Value: 'aws-sdk' },
        ],
        DeviceCreateDate: made,
        DeviceLastModifiedDate: made + 60,
        DeviceLastAuthenticatedDate: made + 60,
      },
    });
  });
});

describe.each(forms)('%sListDevices', (_form, ask) => {
  interface Page {
    readonly Devices: readonly { readonly DeviceKey: string; readonly DeviceAttributes: unknown }[];
    readonly PaginationToken?: string;
  }

  test('shows the shorter form, page by page', async () => {
    const { built, device } = await withDevice();
    const others = [await rememberDevice(built, name), await rememberDevice(built, name)];
    // Not confirmed, so not listed.
    await signIn(built, name);
    const pages: Page[] = [];
    let PaginationToken: string | undefined;
    do {
      const page = (await ask(built, device, 'ListDevices', {
        Limit: 1,
        ...(PaginationToken && { PaginationToken }),
      })) as Page;
      pages.push(page);
      PaginationToken = page.PaginationToken;
    } while (PaginationToken !== undefined);
    const keys = pages.flatMap(({ Devices }) => Devices.map(({ DeviceKey }) => DeviceKey));
    const expected = [device, ...others].map(({ DEVICE_KEY }) => DEVICE_KEY);
    expect(keys).toEqual(expected.toSorted());
    const all = (await ask(built, device, 'ListDevices', {})) as Page;
    expect(all).not.toHaveProperty('PaginationToken');
    expect(all.Devices.map(({ DeviceKey }) => DeviceKey)).toEqual(keys);
    for (const { DeviceAttributes } of all.Devices)
      expect(DeviceAttributes).toEqual([
        { Name: 'device_status', Value: 'valid' },
        { Name: 'device_name', Value: 'Laptop' },
        { Name: 'last_ip_used', Value: '127.0.0.1' },
      ]);
  });
});

describe.each(forms)('%sUpdateDeviceStatus', (_form, ask) => {
  test.each([
    ['remembered', true],
    ['not_remembered', false],
    [undefined, true],
  ])('%s: remembered is %s', async (DeviceRememberedStatus, remembered) => {
    const { built, device } = await withDevice();
    const body = { DeviceKey: device.DEVICE_KEY, ...(DeviceRememberedStatus && { DeviceRememberedStatus }) };
    expect(await ask(built, device, 'UpdateDeviceStatus', body)).toEqual({});
    expect(built.pool.requireUser(name).devices[0]).toMatchObject({ remembered });
  });
});

describe.each(forms)('%sForgetDevice', (_form, ask) => {
  test('forgets that one', async () => {
    const { built, device } = await withDevice();
    const other = await rememberDevice(built, name);
    expect(await ask(built, device, 'ForgetDevice', { DeviceKey: device.DEVICE_KEY })).toEqual({});
    expect(built.pool.requireUser(name).devices.map(({ key }) => key)).toEqual([other.DEVICE_KEY]);
  });
});

describe.each(forms)('in its %s form an operation is refused:', (_form, ask) => {
  const operations = ['GetDevice', 'UpdateDeviceStatus', 'ForgetDevice'];

  test.each(operations)('%s of a key that the user has not', async (operation) => {
    const { built, device } = await withDevice();
    expect(await refusalOf(ask(built, device, operation, { DeviceKey: unknownKey }))).toEqual(
      refusal('ResourceNotFoundException', 'Device does not exist.'),
    );
  });

  test.each(operations)('%s of a device that was never confirmed', async (operation) => {
    const { built, device } = await withDevice();
    const { AuthenticationResult } = await signIn(built, name);
    const DeviceKey = AuthenticationResult?.NewDeviceMetadata?.DeviceKey;
    expect(await refusalOf(ask(built, device, operation, { DeviceKey }))).toEqual(
      refusal('ResourceNotFoundException', 'Device does not exist.'),
    );
  });

  test.each([...operations, 'ListDevices'])('%s in a pool that tracks no devices', async (operation) => {
    const built = buildPool({ clients: { app: srpClient } });
    await built.addConfirmedUser(name);
    const { AuthenticationResult } = await signIn(built, name);
    const accessToken = AuthenticationResult?.AccessToken ?? '';
    const body = operation === 'ListDevices' ? {} : { DeviceKey: unknownKey };
    expect(await refusalOf(ask(built, { accessToken }, operation, body))).toEqual(
      refusal('InvalidUserPoolConfigurationException', 'Device tracking not currently enabled for this pool.'),
    );
  });
});

test.each(['GetDevice', 'ForgetDevice'])('%s without an access token is refused', async (operation) => {
  const { built, device } = await withDevice();
  expect(await refusalOf(built.call(operation, { DeviceKey: device.DEVICE_KEY }))).toEqual(
    refusal('NotAuthorizedException', 'Invalid Access Token'),
  );
});

test.each([
  ['AdminGetDevice', 'ResourceNotFoundException'],
  ['AdminListDevices', 'ResourceNotFoundException'],
  ['AdminUpdateDeviceStatus', 'UserNotFoundException'],
  ['AdminForgetDevice', 'UserNotFoundException'],
])('%s of an unknown user is refused with %s, which it declares', async (operation, type) => {
  const { built, device } = await withDevice();
  const body = { Username: 'nobody@example.com', DeviceKey: device.DEVICE_KEY };
  expect(await refusalOf(built.callAsAdmin(operation, body))).toEqual(refusal(type, 'User does not exist.'));
});
