import { unusedOf } from './decide';
import { ThrottledError, type PoolDevices } from './pool-devices';

/** How far a round through the users of a pool has come: what one invocation returns and the next one gets. */
export interface Progress {
  /** Whether every user was looked at. */
  readonly finished: boolean;
  /** Where the next invocation begins; absent: at the first user. */
  readonly paginationToken?: string | undefined;
}

/** What was done so far; written to while it is done, so that a failure still tells. */
export interface Counts {
  users: number;
  devices: number;
  forgotten: number;
}

/** Why an invocation ended. */
export type EndedBy = 'last-user' | 'time' | 'throttling';

export interface Surroundings {
  readonly pool: Pick<PoolDevices, 'users' | 'devicesOf' | 'forget'>;
  readonly afterDays: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether there is time for another page of users. */
  readonly hasTime: () => boolean;
}

/**
 * Forgets the unused devices of user after user, one request at a time: the quotas are those of the sign-ins. It ends at
 * the last user, when its time is over, or when the service asks for a pause, and says where to go on. The users of one
 * page can then be looked at again, which changes nothing.
 */
export async function forgetUnusedDevices(
  { paginationToken }: Pick<Progress, 'paginationToken'>,
  surroundings: Surroundings,
  counts: Counts,
): Promise<{ readonly progress: Progress; readonly endedBy: EndedBy }> {
  let token = paginationToken;
  const pause = (endedBy: EndedBy) => ({ progress: { finished: false, paginationToken: token }, endedBy });
  while (surroundings.hasTime()) {
    try {
      const { userNames, next } = await surroundings.pool.users(token);
      for (const userName of userNames) await forgetDevicesOf(userName, surroundings, counts);
      if (next === undefined) return { progress: { finished: true }, endedBy: 'last-user' };
      token = next;
    } catch (error) {
      if (error instanceof ThrottledError) return pause('throttling');
      throw error;
    }
  }
  return pause('time');
}

async function forgetDevicesOf(
  userName: string,
  { pool, afterDays, now }: Pick<Surroundings, 'pool' | 'afterDays' | 'now'>,
  counts: Counts,
): Promise<void> {
  const devices = await pool.devicesOf(userName);
  counts.users += 1;
  counts.devices += devices.length;
  for (const device of unusedOf(devices, afterDays, now)) {
    await pool.forget(userName, device);
    counts.forgotten += 1;
  }
}
