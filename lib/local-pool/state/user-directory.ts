import type { Clock } from '../clock';
import { signInNames } from '../schema/sign-in-names';
import type { PoolSettings } from '../settings/pool-settings';
import type { Device, User } from './user';

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

  constructor(settings: DirectorySettings, clock: Clock) {
    this.#settings = settings;
    this.#clock = clock;
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
    return this.all().find((user) => user.sub === sub);
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
    this.#users.set(user.username, user);
    for (const name of this.#namesOf(user)) this.#usernameByName.set(name, user.username);
  }

  #dropNames(user: User): void {
    for (const name of this.#namesOf(user))
      if (this.#usernameByName.get(name) === user.username) this.#usernameByName.delete(name);
  }

  #namesOf({ attributes }: User): readonly string[] {
    return signInNames(this.#settings, attributes).map(({ value }) => this.fold(value));
  }
}
