import type { Device } from '../../../lambda/forget-unused-devices/decide';
import {
  forgetUnusedDevices,
  type Counts,
  type Progress,
  type Surroundings,
} from '../../../lambda/forget-unused-devices/forget';
import { ThrottledError } from '../../../lambda/forget-unused-devices/pool-devices';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 21);
const old = (key: string): Device => ({ key, lastUsed: new Date(now - 100 * day) });
const fresh = (key: string): Device => ({ key, lastUsed: new Date(now) });

type Pool = Surroundings['pool'];

/** Users with their devices, two to a page; the token of a page is the place of its first user. */
class FakePool implements Pool {
  readonly byName: Map<string, Device[]>;
  readonly calls: string[] = [];
  #refuse: (call: string) => Error | undefined;

  constructor(
    users: Readonly<Record<string, readonly Device[]>>,
    refuse: (call: string) => Error | undefined = () => undefined,
  ) {
    this.byName = new Map(Object.entries(users).map(([name, devices]) => [name, [...devices]]));
    this.#refuse = refuse;
  }

  async users(token: string | undefined) {
    this.#call(`users ${token ?? 'first'}`);
    const start = Number(token ?? 0);
    const names = [...this.byName.keys()];
    const next = start + 2 < names.length ? String(start + 2) : undefined;
    return { userNames: names.slice(start, start + 2), next };
  }

  async devicesOf(userName: string) {
    this.#call(`devices ${userName}`);
    return [...(this.byName.get(userName) ?? [])];
  }

  async forget(userName: string, { key }: Device) {
    this.#call(`forget ${key}`);
    const left = (this.byName.get(userName) ?? []).filter((device) => device.key !== key);
    this.byName.set(userName, left);
  }

  #call(call: string): void {
    this.calls.push(call);
    const error = this.#refuse(call);
    if (error !== undefined) throw error;
  }
}

const everybody = { anna: [old('a1'), fresh('a2')], ben: [], cora: [old('c1')], dan: [fresh('d1')], eve: [old('e1')] };

async function run(pool: FakePool, from: Partial<Progress> = {}, pages = Infinity) {
  const counts: Counts = { users: 0, devices: 0, forgotten: 0 };
  let left = pages;
  const hasTime = () => left-- > 0;
  const result = await forgetUnusedDevices(from, { pool, afterDays: 60, now, hasTime }, counts);
  return { ...result, counts };
}

const keysIn = (pool: FakePool) => [...pool.byName.values()].flat().map(({ key }) => key);

it('goes through all pages and forgets the unused devices, one request after the other', async () => {
  const pool = new FakePool(everybody);
  await expect(run(pool)).resolves.toEqual({
    progress: { finished: true },
    endedBy: 'last-user',
    counts: { users: 5, devices: 5, forgotten: 3 },
  });
  expect(keysIn(pool)).toEqual(['a2', 'd1']);
  expect(pool.calls.slice(0, 5)).toEqual(['users first', 'devices anna', 'forget a1', 'devices ben', 'users 2']);
});

it('stops between two pages when its time is over, and goes on there', async () => {
  const pool = new FakePool(everybody);
  const first = await run(pool, {}, 1);
  expect(first).toMatchObject({ progress: { finished: false, paginationToken: '2' }, endedBy: 'time' });
  const second = await run(pool, first.progress);
  expect(second).toMatchObject({ progress: { finished: true }, counts: { users: 3, forgotten: 2 } });
  expect(keysIn(pool)).toEqual(['a2', 'd1']);
});

it('without any time it has come no further', async () => {
  await expect(run(new FakePool(everybody), { paginationToken: '4' }, 0)).resolves.toMatchObject({
    progress: { finished: false, paginationToken: '4' },
    counts: { users: 0 },
  });
});

it.each(['users 2', 'devices dan', 'forget c1'])(
  'when the service asks for a pause at "%s", the page is gone through again by the next invocation',
  async (call) => {
    const pool = new FakePool(everybody, (each) => (each === call ? new ThrottledError() : undefined));
    const paused = await run(pool);
    expect(paused).toMatchObject({ progress: { finished: false, paginationToken: '2' }, endedBy: 'throttling' });
    const again = new FakePool(Object.fromEntries(pool.byName));
    await expect(run(again, paused.progress)).resolves.toMatchObject({ progress: { finished: true } });
    expect(keysIn(again)).toEqual(['a2', 'd1']);
  },
);

it('a pause on the first page begins at the first user again', async () => {
  const pool = new FakePool(everybody, (call) => (call === 'users first' ? new ThrottledError() : undefined));
  const { progress } = await run(pool);
  expect(JSON.parse(JSON.stringify(progress))).toEqual({ finished: false });
});

it('any other error ends it, with what was done so far counted', async () => {
  const refused = new Error('AccessDeniedException');
  const pool = new FakePool(everybody, (call) => (call === 'forget c1' ? refused : undefined));
  const counts: Counts = { users: 0, devices: 0, forgotten: 0 };
  const surroundings = { pool, afterDays: 60, now, hasTime: () => true };
  await expect(forgetUnusedDevices({}, surroundings, counts)).rejects.toBe(refused);
  expect(counts).toEqual({ users: 3, devices: 3, forgotten: 1 });
});

it('an empty user pool is finished at once', async () => {
  await expect(run(new FakePool({}))).resolves.toMatchObject({ progress: { finished: true }, counts: { users: 0 } });
});
