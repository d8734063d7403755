import type { User } from '../state/user';
import { isOver, type RefreshToken, type TokenFamily } from '../tokens/token-families';
import type { Change, ClientRecord, PoolRecord, Withheld } from './change';

export interface KeptUser {
  readonly user: User;
  readonly withheld: Withheld | undefined;
}

/** A pool as a state file has it. */
export interface KeptPool {
  record: PoolRecord;
  /** By username, in order of creation. */
  readonly users: Map<string, KeptUser>;
  /** By event id. */
  readonly families: Map<string, TokenFamily>;
  /** By the token itself. */
  readonly refreshTokens: Map<string, RefreshToken>;
}

/** What the changes of a state file come to. */
export class KeptState {
  /** By id. */
  readonly pools = new Map<string, KeptPool>();
  /** By id. */
  readonly clients = new Map<string, ClientRecord>();

  constructor(changes: Iterable<Change> = []) {
    for (const change of changes) this.#apply(change);
  }

  #apply(change: Change): void {
    switch (change.change) {
      case 'pool': {
        const { pool: record } = change;
        const kept = this.pools.get(record.id);
        if (kept === undefined)
          this.pools.set(record.id, { record, users: new Map(), families: new Map(), refreshTokens: new Map() });
        else kept.record = record;
        return;
      }
      case 'pool-removed':
        this.pools.delete(change.poolId);
        return;
      case 'client':
        this.clients.set(change.client.id, change.client);
        return;
      case 'user':
        this.pools.get(change.poolId)?.users.set(change.user.username, change);
        return;
      case 'user-removed':
        this.pools.get(change.poolId)?.users.delete(change.username);
        return;
      case 'family':
        this.pools.get(change.poolId)?.families.set(change.family.eventId, change.family);
        return;
      case 'refresh-token': {
        const { poolId, refreshToken, eventId, replaced } = change;
        this.pools.get(poolId)?.refreshTokens.set(refreshToken, { eventId, replaced });
        return;
      }
      default:
        change satisfies never;
    }
  }

  /** The fewest changes that come to the same, without token families that are over. @param now milliseconds */
  *changes(now: number): Generator<Change> {
    for (const { record } of this.pools.values()) yield { change: 'pool', pool: record };
    for (const client of this.clients.values()) yield { change: 'client', client };
    for (const [poolId, { users, families, refreshTokens }] of this.pools) {
      for (const { user, withheld } of users.values()) yield { change: 'user', poolId, user, withheld };
      for (const family of families.values()) if (!isOver(family, now)) yield { change: 'family', poolId, family };
      for (const [refreshToken, { eventId, replaced }] of refreshTokens) {
        const family = families.get(eventId);
        if (family !== undefined && !isOver(family, now))
          yield { change: 'refresh-token', poolId, refreshToken, eventId, replaced };
      }
    }
  }
}
