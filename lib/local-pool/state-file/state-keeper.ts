import type { Clock } from '../clock';
import type { Pool } from '../pool';
import type { Randomness } from '../randomness';
import type { ReadPool } from '../settings/read-pool';
import type { SigningKeys } from '../tokens/signing-keys';
import { InternalErrorException } from '../wire/exceptions';
import type { Change, ClientRecord, PoolRecord, Withheld } from './change';
import { fitUser } from './fit-user';
import { readWithKeptIds, signInNamesOf, type IdsByPath, type NewIds } from './kept-ids';
import { keptKeys, signingKeysOf } from './kept-keys';
import { KeptState, type KeptPool } from './kept-state';
import { leftOutOf, poolsLeftOut } from './left-out';
import { StateFileError } from './state-file-error';
import { systemFiles, type StateFiles } from './state-files';
import { StateJournal } from './state-journal';
import { UnwrittenChanges } from './unwritten-changes';

/** Where the users, the token families and the keys of pools are kept across starts. */
export interface StateOptions {
  readonly file: string;
  /** Default: the files of this machine. */
  readonly files?: StateFiles;
}

interface Surroundings {
  readonly clock: Clock;
  readonly randomness: Randomness;
}

/** Keeps pools of templates in a state file: gives back what they had, and writes down what changes. */
export class StateKeeper {
  readonly #journal: StateJournal;
  readonly #unwritten: UnwrittenChanges;
  readonly #unfinished: number;
  #kept: KeptState;
  #clientPaths: ReadonlyMap<string, string> = new Map();
  readonly #records = new Map<string, PoolRecord>();
  readonly #served: { readonly path: string; readonly pool: Pool }[] = [];
  readonly #leftOut: string[] = [];
  #closing: Promise<void> | undefined;

  private constructor(journal: StateJournal, kept: KeptState, unfinished: number) {
    this.#journal = journal;
    this.#unwritten = new UnwrittenChanges(journal);
    this.#kept = kept;
    this.#unfinished = unfinished;
  }

  /** @throws StateFileError when the file cannot be used; it is as it was then */
  static async open({ file, files = systemFiles }: StateOptions, { clock, randomness }: Surroundings) {
    const opened = await StateJournal.open({ file, files, now: clock.now(), token: randomness.uuid() });
    return new StateKeeper(opened.journal, opened.kept, opened.unfinished);
  }

  /** Reads templates with the ids that their pools and clients had before. */
  read(make: NewIds, read: (ids: IdsByPath) => readonly ReadPool[]): readonly ReadPool[] {
    const { pools, clientPaths } = readWithKeptIds(this.#kept, make, read);
    this.#clientPaths = clientPaths;
    return pools;
  }

  /** The keys that a pool had; new ones otherwise, which are kept from then on. */
  async keysOf(poolId: string, make: () => Promise<SigningKeys>): Promise<SigningKeys> {
    const kept = (this.#records.get(poolId) ?? this.#kept.pools.get(poolId)?.record)?.keys;
    if (kept !== undefined) return signingKeysOf(kept);
    const keys = await make();
    const record = this.#records.get(poolId);
    if (record !== undefined) this.#keepPool({ ...record, keys: keptKeys(keys) });
    return keys;
  }

  /** Gives a pool what it had, and keeps what happens to it. Right after it was made, before anybody knows it. */
  keep(pool: Pool, path: string): void {
    const { id, origin, settings } = pool;
    const kept = this.#kept.pools.get(id);
    this.#served.push({ path, pool });
    const names = signInNamesOf(settings);
    this.#keepPool({ id, path, region: settings.region, origin, names, keys: kept?.record.keys });
    this.#keepUsers(pool, path, kept);
    this.#keepFamilies(pool, kept);
    this.#keepClients(pool);
  }

  #keepPool(record: PoolRecord): void {
    this.#records.set(record.id, record);
    this.#unwritten.add(`pool ${record.id}`, () => {
      const pool = this.#records.get(record.id);
      return pool && { change: 'pool', pool };
    });
  }

  #keepUsers(pool: Pool, path: string, kept: KeptPool | undefined): void {
    const poolId = pool.id;
    const fitting = [...(kept?.users.values() ?? [])].map((user) => fitUser(user, pool.settings));
    if (kept !== undefined) {
      const left = leftOutOf(kept, pool, fitting, this.#kept.clients.values());
      this.#leftOut.push(...left.map((line) => `${path}: ${line}`));
    }
    // By sub: whoever gets the username next is somebody else.
    const withheldBySub = new Map<string, Withheld>();
    for (const { user, withheld } of fitting) if (withheld !== undefined) withheldBySub.set(user.sub, withheld);
    pool.users.restore(
      fitting.map(({ user }) => user),
      (username) =>
        this.#change(poolId, `user ${poolId} ${username}`, () => {
          const user = pool.users.get(username);
          return user === undefined
            ? { change: 'user-removed', poolId, username }
            : { change: 'user', poolId, user, withheld: withheldBySub.get(user.sub) };
        }),
    );
  }

  #keepFamilies({ id: poolId, families }: Pool, kept: KeptPool | undefined): void {
    families.restore(kept?.families ?? new Map(), kept?.refreshTokens ?? new Map(), {
      family: (eventId) =>
        this.#change(poolId, `family ${eventId}`, () => {
          const family = families.latest(eventId);
          return family && { change: 'family', poolId, family };
        }),
      refreshToken: (refreshToken) =>
        this.#change(poolId, `refresh-token ${refreshToken}`, () => {
          const token = families.tokenOf(refreshToken);
          return token && { change: 'refresh-token', poolId, refreshToken, ...token };
        }),
    });
    // Tracking is a setting that no template has, so that it is off.
    families.forgetSessions();
  }

  /** Clients that are made through the API are settings: they are gone with the process, their secrets too. */
  #keepClients({ id: poolId, clients }: Pool): void {
    const changed = (id: string): void => {
      const path = this.#clientPaths.get(id);
      if (path === undefined) return;
      this.#change(poolId, `client ${id}`, () => {
        const client = clients.get(id);
        return client && { change: 'client', client: { id, poolId, path, name: client.name, secrets: client.secrets } };
      });
    };
    const secrets = new Map(
      [...this.#kept.clients].map(([id, client]: [string, ClientRecord]) => [id, client.secrets]),
    );
    clients.restoreSecrets(secrets, changed);
    for (const id of clients.keys()) changed(id);
  }

  #change(poolId: string, key: string, record: () => Change | undefined): void {
    if (this.#records.has(poolId)) this.#unwritten.add(key, record);
  }

  /** Forgets a pool that is deleted, with everything in it. */
  forget(poolId: string): void {
    if (this.#records.delete(poolId)) this.#unwritten.add(`pool ${poolId}`, () => ({ change: 'pool-removed', poolId }));
  }

  /**
   * Returns once everything that has happened up to now is on the disk: a request is answered after that.
   * @throws InternalErrorException when it cannot be
   */
  async written(): Promise<void> {
    try {
      await this.#unwritten.written();
    } catch (error) {
      if (!(error instanceof StateFileError)) throw error;
      throw new InternalErrorException(
        'The local user pool cannot write its state file, and acknowledges nothing that it cannot keep; its log says more.',
        error.message,
      );
    }
  }

  /**
   * After the last `keep`: writes down what is new, and tells what is kept and what of it is not in force.
   * @throws StateFileError when it cannot be written
   */
  async started(): Promise<StateReport> {
    await this.#unwritten.written();
    const leftOut = [...this.#leftOut, ...poolsLeftOut(this.#kept, this.#served)];
    const users = this.#served.reduce((sum, { pool }) => sum + pool.users.size, 0);
    // What it holds is in the pools by now, or in the file alone.
    this.#kept = new KeptState();
    return { file: this.#journal.file, users, unfinishedBytes: this.#unfinished, leftOut };
  }

  /** Writes what is left, and lets others have the file. @throws StateFileError when it cannot be written */
  close(): Promise<void> {
    this.#closing ??= this.#unwritten.written().finally(() => this.#journal.close());
    return this.#closing;
  }

  /** Lets others have the file after a start that failed: nothing of it is kept. */
  abandon(): Promise<void> {
    this.#closing ??= this.#journal.close();
    return this.#closing;
  }
}

/** What is told of a state file at start. */
export interface StateReport {
  readonly file: string;
  /** Of the pools that are served. */
  readonly users: number;
  /** Of a last write that was cut short by the end of the process, and that nobody was told of. */
  readonly unfinishedBytes: number;
  /** What is in the file and not in force, a sentence each. */
  readonly leftOut: readonly string[];
}
