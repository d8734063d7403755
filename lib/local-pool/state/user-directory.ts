import type { Clock } from '../clock';
import type { Device, User } from './user';

/** What a new user is made of; the rest starts empty. */
export type NewUser = Pick<User, 'username' | 'sub' | 'attributes' | 'status'> &
  Partial<Pick<User, 'password' | 'temporaryPasswordExpires'>>;

type Change = Partial<Omit<User, 'username' | 'sub' | 'created' | 'modified'>>;

interface DirectorySettings {
  readonly signInWith: 'email' | 'username';
  readonly caseSensitive: boolean;
}

/** The users of one pool, found by stored username, by the e-mail address that they sign in with, or by sub. */
export class UserDirectory {
  readonly #settings: DirectorySettings;
  readonly #clock: Clock;
  readonly #users = new Map<string, User>();
  /** Folded e-mail address to username; only in pools that sign in with e-mail. */
  readonly #usernameByEmail = new Map<string, string>();

  constructor(settings: DirectorySettings, clock: Clock) {
    this.#settings = settings;
    this.#clock = clock;
  }

  /** The user that a caller means by `name`: stored username, else the sign-in e-mail address. */
  find(name: string): User | undefined {
    const folded = this.fold(name);
    const username = this.#usernameByEmail.get(folded);
    return this.#users.get(folded) ?? (username === undefined ? undefined : this.#users.get(username));
  }

  /** In pools that sign in with e-mail the sub is the stored username too. */
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
    const now = this.#clock.now();
    const added: User = {
      password: undefined,
      temporaryPasswordExpires: undefined,
      ...user,
      username: this.fold(user.username),
      enabled: true,
      created: now,
      modified: now,
      passwordHistory: [],
      softwareToken: undefined,
      proposedSecret: undefined,
      mfa: { enabled: [], preferred: undefined },
      groups: [],
      devices: [],
    };
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
    this.#dropEmail(latest);
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
    this.#dropEmail(user);
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
    const email = user.attributes['email'];
    if (this.#settings.signInWith === 'email' && email !== undefined)
      this.#usernameByEmail.set(this.fold(email), user.username);
  }

  #dropEmail(user: User): void {
    const email = user.attributes['email'];
    if (email !== undefined && this.#usernameByEmail.get(this.fold(email)) === user.username)
      this.#usernameByEmail.delete(this.fold(email));
  }
}
