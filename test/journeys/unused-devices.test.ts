import { AdminListDevicesCommand } from '@aws-sdk/client-cognito-identity-provider';
import { forgetUnusedDevices, type Counts, type Progress } from '../../lambda/forget-unused-devices/forget';
import { PoolDevices } from '../../lambda/forget-unused-devices/pool-devices';
import { beginJourney, type Journey } from './journey';
import { createUser } from './people';
import { confirmDevice, proveDevice, signInBySrp, type JourneyDevice } from './srp';

describe('devices that nobody uses any more', () => {
  const people = ['anna@example.com', 'ben@example.com', 'cora@example.com'];
  let journey: Journey;

  beforeEach(async () => {
    journey = await beginJourney('dev');
    for (const email of people) await createUser(journey, email);
  });
  afterEach(() => journey.close());

  const remember = async (email: string): Promise<JourneyDevice> =>
    confirmDevice(journey, (await signInBySrp(journey, email)).AuthenticationResult);

  const signInFrom = async (email: string, device: JourneyDevice) =>
    proveDevice(journey, await signInBySrp(journey, email, { DEVICE_KEY: device.DEVICE_KEY }), device);

  async function devicesOf(Username: string): Promise<readonly (string | undefined)[]> {
    const { UserPoolId } = journey;
    const { Devices = [] } = await journey.cognito.send(new AdminListDevicesCommand({ UserPoolId, Username }));
    return Devices.map(({ DeviceKey }) => DeviceKey);
  }

  /** One invocation, by the clock of the pool, with one user to a page. */
  async function invoke(from: Progress, pages = Infinity) {
    const counts: Counts = { users: 0, devices: 0, forgotten: 0 };
    let left = pages;
    const surroundings = {
      pool: new PoolDevices(journey.cognito, journey.UserPoolId, 1),
      afterDays: 60,
      now: journey.clock.now(),
      hasTime: () => left-- > 0,
    };
    const { progress, endedBy } = await forgetUnusedDevices(from, surroundings, counts);
    return { progress, endedBy, counts };
  }

  test('are forgotten after as many days as are declared, and a sign-in begins them again', async () => {
    const [anna = '', ben = ''] = people;
    await remember(anna);
    const used = await remember(ben);
    // The service tells of devices in whole seconds.
    journey.clock.advance({ days: 59, seconds: 86_399 });
    await expect(invoke({ finished: false })).resolves.toMatchObject({
      counts: { users: 3, devices: 2, forgotten: 0 },
    });
    await signInFrom(ben, used);
    journey.clock.advance({ seconds: 2 });
    await expect(invoke({ finished: false })).resolves.toEqual({
      progress: { finished: true },
      endedBy: 'last-user',
      counts: { users: 3, devices: 2, forgotten: 1 },
    });
    expect(await devicesOf(anna)).toEqual([]);
    expect(await devicesOf(ben)).toEqual([used.DEVICE_KEY]);
  });

  test('are all found, however often the work is handed on', async () => {
    for (const email of [...people, ...people]) await remember(email);
    journey.clock.advance({ days: 61 });
    let progress: Progress = { finished: false };
    const forgotten: number[] = [];
    while (!progress.finished) {
      const invocation = await invoke(progress, 1);
      progress = JSON.parse(JSON.stringify(invocation.progress)) as Progress;
      forgotten.push(invocation.counts.forgotten);
    }
    expect(forgotten).toEqual([2, 2, 2]);
    for (const email of people) expect(await devicesOf(email)).toEqual([]);
  });
});
