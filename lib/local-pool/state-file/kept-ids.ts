import type { ReadPool } from '../settings/read-pool';
import type { PoolSettings } from '../settings/pool-settings';
import type { SignInNames } from './change';
import type { KeptState } from './kept-state';

/** Makes the ids that nobody has kept. */
export interface NewIds {
  poolId(region: string): string;
  clientId(): string;
}

/** By the place where a template declares them. */
export interface IdsByPath {
  poolId(region: string, path: string): string;
  clientId(path: string): string;
}

/**
 * Reads templates with the ids that their pools and clients had before. A pool is the one of before when it is declared at
 * the same place, in the same Region, and its users sign in with the same names: what the service keeps a pool for.
 */
export function readWithKeptIds(
  kept: KeptState,
  make: NewIds,
  read: (ids: IdsByPath) => readonly ReadPool[],
): { readonly pools: readonly ReadPool[]; readonly clientPaths: ReadonlyMap<string, string> } {
  const first = idsFrom(kept, make, new Map());
  const pools = read(first.ids);
  const wanted = new Map(pools.map(({ path, settings }) => [path, signInNamesOf(settings)]));
  const isSame = pools.every(({ path, identity }) => {
    const names = kept.pools.get(identity.poolId)?.record.names;
    return names === undefined || sameNames(names, wanted.get(path));
  });
  if (isSame) return { pools, clientPaths: first.clientPaths };
  // The ids come before the settings, which refer to them: another pool at that place has another id.
  const second = idsFrom(kept, make, wanted);
  return { pools: read(second.ids), clientPaths: second.clientPaths };
}

function idsFrom(kept: KeptState, make: NewIds, wanted: ReadonlyMap<string, SignInNames>) {
  /** By client id. */
  const clientPaths = new Map<string, string>();
  const ids: IdsByPath = {
    poolId(region, path) {
      const records = [...kept.pools.values()].map(({ record }) => record);
      const found = records.findLast(
        (record) =>
          record.path === path &&
          record.region === region &&
          (!wanted.has(path) || sameNames(record.names, wanted.get(path))),
      );
      return found?.id ?? make.poolId(region);
    },
    clientId(path) {
      const found = [...kept.clients.values()].findLast((client) => client.path === path);
      const id = found?.id ?? make.clientId();
      clientPaths.set(id, path);
      return id;
    },
  };
  return { ids, clientPaths };
}

export function signInNamesOf({ signInWith, aliases, caseSensitive }: PoolSettings): SignInNames {
  return { signInWith, aliases: aliases.toSorted(), caseSensitive };
}

export function sameNames(one: SignInNames, other: SignInNames | undefined): boolean {
  return (
    other !== undefined &&
    one.signInWith === other.signInWith &&
    one.caseSensitive === other.caseSensitive &&
    one.aliases.join() === other.aliases.join()
  );
}
