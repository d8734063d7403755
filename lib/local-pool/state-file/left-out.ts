import type { Pool } from '../pool';
import { isOver } from '../tokens/token-families';
import type { ClientRecord } from './change';
import { sameNames, signInNamesOf } from './kept-ids';
import type { KeptPool, KeptState, KeptUser } from './kept-state';

/**
 * What a state file holds of a pool and is not in force, a sentence each: what, of how many, and why. It stays in the file.
 * @param users of the pool, as they fit into it
 */
export function leftOutOf(
  { record, families: all }: KeptPool,
  pool: Pool,
  users: Iterable<KeptUser>,
  clients: Iterable<ClientRecord>,
): readonly string[] {
  const [groups, attributes] = [new Map<string, number>(), new Map<string, number>()];
  for (const { withheld } of users) {
    for (const name of withheld?.groups ?? []) count(groups, name);
    const names = { ...withheld?.attributes, ...withheld?.pendingAttributes };
    for (const name of Object.keys(names)) count(attributes, name);
  }
  const families = [...all.values()].filter((family) => !isOver(family, pool.clock.now()));
  const tokens = new Map<string, number>();
  for (const { clientId } of families) if (pool.clients.get(clientId) === undefined) count(tokens, clientId);
  const gone = new Map([...tokens.keys()].map((id) => [id, `client ${id}`]));
  for (const { id, name, poolId } of clients)
    if (poolId === pool.id && pool.clients.get(id) === undefined) gone.set(id, `client ${name} (${id})`);
  const sessions = families.filter(({ session }) => session !== undefined).length;
  return [
    ...[...groups].map(([name, number]) => `group ${name}: its ${counted(number, 'member')}; ${undeclared}`),
    ...[...attributes].map(([name, number]) => `attribute ${name}: of ${counted(number, 'user')}; ${undeclared}`),
    ...[...gone].map(([id, what]) => `${what}: its ${counted(tokens.get(id) ?? 0, 'sign-in')}; ${undeclared}`),
    ...(sessions === 0
      ? []
      : [`${counted(sessions, 'token session')}: tracking is off at start; the tokens go on without it`]),
    ...(record.origin === pool.origin
      ? []
      : [`access tokens of ${record.origin}: the address is ${pool.origin} now; refresh tokens go on`]),
  ];
}

/** The pools that a state file holds and that are not served, a sentence each. */
export function poolsLeftOut(kept: KeptState, served: readonly { readonly path: string; readonly pool: Pool }[]) {
  return [...kept.pools.values()].flatMap(({ record, users }) => {
    if (served.some(({ pool }) => pool.id === record.id)) return [];
    const now = served.find(({ path }) => path === record.path);
    const why =
      now === undefined
        ? 'it is not among the pools that are served'
        : now.pool.settings.region !== record.region
          ? `the template has it in ${now.pool.settings.region}, which is another pool on the service too`
          : `the template changed ${changedNames(record.names, now.pool)}, which makes another pool on the service too`;
    return [`pool ${record.path} (${record.id}): its ${counted(users.size, 'user')}; ${why}`];
  });
}

function changedNames(before: KeptPool['record']['names'], { settings }: Pool): string {
  const now = signInNamesOf(settings);
  if (sameNames({ ...before, caseSensitive: now.caseSensitive }, now)) return 'whether names are case-sensitive';
  return 'what users sign in with';
}

const undeclared = 'the template does not have it';

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function counted(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
