import type { Pool } from '../pool';
import type { User } from './user';

/** Deletes a user with all that acts in its name; whoever gets the username next inherits nothing. */
export function removeUser(pool: Pool, { username }: User): void {
  pool.users.remove(username);
  pool.families.revokeAllOf(username);
  pool.sessions.spendAllOf(username);
  pool.signUps.spendAllOf(username);
  pool.codes.withdrawAllOf(username);
  pool.failedPasswords.forget(username);
  pool.attemptLimits.forget(username);
}
