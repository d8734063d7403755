import { createHmac } from 'node:crypto';
import { saltOf, type PasswordRecord } from '../passwords/password-record';
import type { Pool } from '../pool';
import type { User } from '../state/user';
import { userOf } from '../state/user-directory';

/**
 * Somebody who is not there, for a client that masks user existence: the same username and salt each time for a name
 * (developer guide, "Managing user existence error responses"). No password is the right one, and nothing of it is stored.
 */
export function simulateUser(pool: Pool, name: string): User {
  const folded = pool.users.fold(name);
  const username = uuidOf(derive(pool, 'username', folded));
  const password = simulatePassword(pool, folded);
  return userOf({ username, sub: username, attributes: {}, status: 'CONFIRMED', password }, pool.created);
}

/** What stands for a password where there is none: an unknown name, or a user who was never given one. */
export function simulatePassword(pool: Pool, name: string): PasswordRecord {
  return { salt: saltOf(derive(pool, 'salt', name)), x: derive(pool, 'password', name).toString('hex') };
}

/** Keyed with what only this pool knows: who has the name cannot tell that there is no user behind it. */
function derive(pool: Pool, what: 'username' | 'salt' | 'password', name: string): Buffer {
  return createHmac('sha256', pool.simulationKey).update(`${what} ${name}`).digest();
}

/** In the form of a random UUID (RFC 9562 section 5.4). */
function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
}
