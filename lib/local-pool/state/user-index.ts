import type { User } from './user';

/** Usernames by one value that users have, so that nobody looks through all of them for it. */
export class UserIndex {
  readonly #valueOf: (user: User) => string | undefined;
  readonly #usernames = new Map<string, Set<string>>();

  constructor(valueOf: (user: User) => string | undefined, users: Iterable<User>) {
    this.#valueOf = valueOf;
    for (const user of users) this.replace(undefined, user);
  }

  /** Takes a record in the place of an earlier one of the same username; either may be missing. */
  replace(before: User | undefined, after: User | undefined): void {
    const was = before && this.#valueOf(before);
    const is = after && this.#valueOf(after);
    if (was === is) return;
    if (before !== undefined && was !== undefined) this.#drop(was, before.username);
    if (after === undefined || is === undefined) return;
    const others = this.#usernames.get(is);
    if (others === undefined) this.#usernames.set(is, new Set([after.username]));
    else others.add(after.username);
  }

  /** In no order that means anything. */
  having(value: string): Iterable<string> {
    return this.#usernames.get(value) ?? [];
  }

  #drop(value: string, username: string): void {
    const usernames = this.#usernames.get(value);
    if (usernames?.delete(username) === true && usernames.size === 0) this.#usernames.delete(value);
  }
}
