import type { PoolView } from '../posture/subject';
import type { Resource } from '../template/resolve';
import type { IdOf } from './counterparts';
import type { LiveClient, LivePool } from './live-pool';

/** Which app client is which: a name may be that of several, an id is that of one. */
export interface ClientPairs {
  /** Ids of the declared ones, empty for one that is not there; without those of which it is not clear. */
  readonly idOf: ReadonlyMap<Resource, string>;
  /** Those that were found by their name. */
  readonly byName: ReadonlySet<Resource>;
  /** Ids of those that have the name of a declared one of which it is not clear. */
  readonly unclear: ReadonlySet<string>;
}

/** Pairs the declared app clients with those that there are: by the id that is told, else by a name that is one's alone. */
export function pairClients({ clients }: PoolView, live: LivePool, idOf: IdOf): ClientPairs {
  const told = clients.map((client) => [client.resource, bareId(idOf(client), live)] as const);
  const ids = new Map(told.flatMap(([resource, id]) => (id === undefined ? [] : [[resource, id] as const])));
  const taken = new Set(ids.values());
  const untold = clients.flatMap(({ resource }) => (ids.has(resource) ? [] : [resource]));
  const open = live.clients.filter(({ ClientId = '' }) => !taken.has(ClientId));
  const byName = new Set<Resource>();
  const unclear = new Set<string>();
  const pair = (resource: Resource, candidates: readonly LiveClient[], isAlone: boolean): void => {
    const [found] = candidates;
    if (found === undefined) ids.set(resource, '');
    else if (isAlone && candidates.length === 1) {
      ids.set(resource, found.ClientId ?? '');
      taken.add(found.ClientId ?? '');
      byName.add(resource);
    } else for (const { ClientId = '' } of candidates) unclear.add(ClientId);
  };
  for (const resource of untold.filter(hasKnownName)) {
    const candidates = open.filter((client) => isCalledAs(resource, client));
    const rivals = untold.filter(
      (other) => hasKnownName(other) && candidates.some((client) => isCalledAs(other, client)),
    );
    pair(resource, candidates, rivals.length === 1);
  }
  for (const resource of untold.filter((each) => !hasKnownName(each))) {
    const candidates = open.filter(({ ClientId = '' }) => !taken.has(ClientId));
    pair(resource, candidates, false);
  }
  return { idOf: ids, byName, unclear };
}

/** The id of a part without that of its pool, which stands before it where the two together are the identifier. */
export function bareId(id: string | undefined, { id: userPoolId }: LivePool): string | undefined {
  return id?.startsWith(`${userPoolId}|`) === true ? id.slice(userPoolId.length + 1) : id;
}

function hasKnownName({ properties: { ClientName: name } }: Resource): boolean {
  return name === undefined || typeof name === 'string';
}

/** CloudFormation calls a client without a name after its logical id. */
function isCalledAs({ logicalId, properties }: Resource, { ClientName: live = '' }: LiveClient): boolean {
  const { ClientName: name } = properties;
  return name === undefined ? live === logicalId || live.startsWith(`${logicalId}-`) : name === live;
}
