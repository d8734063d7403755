import type { Clock } from '../clock';
import { signInNames } from '../schema/sign-in-names';
import type { PoolSettings } from '../settings/pool-settings';
import type { Device, User } from './user';
import { UserIndex } from './user-index';

/** What a new user is made of; the rest starts empty. */
export type NewUser = Pick<User, 'username' | 'sub' | 'attributes' | 'status'> &
  Partial<Pick<User, 'password' | 'temporaryPasswordExpires' | 'mfa'>>;

type Change = Partial<Omit<User, 'username' | 'sub' | 'created' | 'modified'>>;

type DirectorySettings = Pick<PoolSettings, 'signInWith' | 'aliases' | 'caseSensitive'>;

/** A user record in which nothing has happened yet. */
export function userOf(user: NewUser, created: number): User {
  return {
    password: undefined,
    temporaryPasswordExpires: undefined,
    pendingAttributes: {},
    mfa: { enabled: [], preferred: undefined },
    ...user,
    enabled: true,
    created,
    modified: created,
    passwordHistory: [],
    softwareToken: undefined,
    proposedSecret: undefined,
    groups: [],
    links: [],
    devices: [],
  };
}

/** The users of one pool, found by stored username, by another name that they sign in with, or by sub. */
export class UserDirectory {
  readonly #settings: DirectorySettings;
  readonly #clock: Clock;
  readonly #users = new Map<string, User>();
  /** Folded addresses, phone numbers and preferred usernames that users sign in with. */
  readonly #usernameByName = new Map<string, string>();
  /** By sub or the name of an attribute; made when it is first asked for. */
  readonly #indexes = new Map<string, UserIndex>();
  #changed: ((username: string) => void) | undefined;

  constructor(settings: DirectorySettings, clock: Clock) {
    this.#settings = settings;
    this.#clock = clock;
  }

  /**
   * Takes users as they were kept, for whoever keeps them beyond the end of the process.
   * @param changed is told of every change after that, a removal included
   */
  restore(users: Iterable<User>, changed: (username: string) => void): void {
    for (const user of users) this.#store(user);
    this.#changed = changed;
  }

  /** The user that a caller means by `name`: stored username, else another name to sign in with. */
  find(name: string): User | undefined {
    const folded = this.fold(name);
    const username = this.#usernameByName.get(folded);
    return this.#users.get(folded) ?? (username === undefined ? undefined : this.#users.get(username));
  }

  /** Under what something is kept or counted for a name, whether a user has it or not. */
  keyOf(name: string): string {
    return this.find(name)?.username ?? this.fold(name);
  }

  /** In pools that sign in with an address or a phone number the sub is the stored username too. */
  findBySub(sub: string): User | undefined {
    return this.having('sub', sub)[0];
  }

  /**
   * Those who have just that value, in no order that means anything; after the first time not by looking at all of them.
   * @param attribute `sub`, or an attribute of the schema
   */
  having(attribute: string, value: string): readonly User[] {
    let index = this.#indexes.get(attribute);
    if (index === undefined) {
      const valueOf = attribute === 'sub' ? ({ sub }: User) => sub : ({ attributes }: User) => attributes[attribute];
      index = new UserIndex(valueOf, this.#users.values());
      this.#indexes.set(attribute, index);
    }
    return Array.from(index.having(value), (username) => this.#users.get(username)).filter(
      (user) => user !== undefined,
    );
  }

  /** How many users there are. */
  get size(): number {
    return this.#users.size;
  }

  /** The user with that stored username. */
  get(username: string): User | undefined {
    return this.#users.get(username);
  }

  /** The latest record of a user that was seen earlier; undefined when deleted since, whoever has the name by now. */
  latest({ username, sub }: Pick<User, 'username' | 'sub'>): User | undefined {
    const user = this.#users.get(username);
    return user?.sub === sub ? user : undefined;
  }

  add(user: NewUser): User {
    const added = userOf({ ...user, username: this.fold(user.username) }, this.#clock.now());
    this.#store(added);
    return added;
  }

  /**
   * Applies `change` to the latest record, so that what happened meanwhile (a trigger may take seconds) is kept.
   * A user deleted meanwhile stays deleted; the result is then undefined.
   */
  update(username: string, change: Change | ((latest: User) => Change)): User | undefined {
    const latest = this.#users.get(username);
    if (latest === undefined) return undefined;
    const changed = typeof change === 'function' ? change(latest) : change;
    const updated: User = { ...latest, ...changed, modified: this.#clock.now() };
    this.#dropNames(latest);
    this.#store(updated);
    return updated;
  }

  updateDevice(username: string, deviceKey: string, change: Partial<Omit<Device, 'key' | 'groupKey'>>): void {
    this.update(username, (user) => ({
      devices: user.devices.map((device) =>
        device.key === deviceKey ? { ...device, ...change, modified: this.#clock.now() } : device,
      ),
    }));
  }

  remove(username: string): void {
    const user = this.#users.get(username);
    if (user === undefined) return;
    this.#dropNames(user);
    this.#users.delete(username);
    for (const index of this.#indexes.values()) index.replace(user, undefined);
    this.#changed?.(username);
  }

  /** In order of creation. */
  all(): readonly User[] {
    return [...this.#users.values()];
  }

  /** Case folding of names and addresses (UsernameConfiguration.CaseSensitive). */
  fold(name: string): string {
    return this.#settings.caseSensitive ? name : name.toLowerCase();
  }

  #store(user: User): void {
    for (const index of this.#indexes.values()) index.replace(this.#users.get(user.username), user);
    this.#users.set(user.username, user);
    for (const name of this.#namesOf(user)) this.#usernameByName.set(name, user.username);
    this.#changed?.(user.username);
  }

  #dropNames(user: User): void {
    for (const name of this.#namesOf(user))
      if (this.#usernameByName.get(name) === user.username) this.#usernameByName.delete(name);
  }

  #namesOf({ attributes }: User): readonly string[] {
    return signInNames(this.#settings, attributes).map(({ value }) => this.fold(value));
  }
}
