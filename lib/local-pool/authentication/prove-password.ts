import { hasPassword } from '../passwords/set-password';
import type { User } from '../state/user';
import {
  admitNobody,
  admitUser,
  incorrectCredentials,
  requirePasswordUsable,
  type FirstFactorRequest,
} from './first-factor';
import { migrateAtSignIn } from './migrate-user';

interface PasswordAttempt extends FirstFactorRequest {
  readonly password: string;
}

/**
 * The password as first factor, in the service's order: user (migrated if absent), lock, state, PreAuthentication,
 * password.
 * @returns the user whose password it is.
 * @throws the service's refusal; where the client masks user existence, an unknown user looks like a wrong password.
 */
export async function provePassword(attempt: PasswordAttempt): Promise<User> {
  const { pool, name, password } = attempt;
  const user = pool.users.find(name) ?? (await migrateAtSignIn(attempt));
  if (user === undefined) {
    await admitNobody(attempt);
    return pool.failedPasswords.refuse(pool.users.keyOf(name));
  }
  const current = await admitUser(attempt, user);
  if (current === undefined) throw incorrectCredentials();
  pool.failedPasswords.attempt(current.username, () => hasPassword(pool, current, password));
  requirePasswordUsable(pool, current);
  return current;
}
