import type { Pool } from '../pool';
import type { User } from '../state/user';
import { NotAuthorizedException, PasswordResetRequiredException, UserNotConfirmedException } from '../wire/exceptions';

/** @throws NotAuthorizedException for a user whom an administrator disabled. */
export function requireEnabled({ enabled }: Pick<User, 'enabled'>): void {
  if (!enabled) throw new NotAuthorizedException('User is disabled.');
}

/** @throws UserNotConfirmedException or PasswordResetRequiredException for a user whom no password lets in. */
export function requirePasswordInForce({ status }: Pick<User, 'status'>): void {
  if (status === 'UNCONFIRMED') throw new UserNotConfirmedException('User is not confirmed.');
  if (status === 'RESET_REQUIRED') throw new PasswordResetRequiredException('Password reset required for the user');
}

/**
 * The user as it stands after a trigger, which takes seconds and may itself change it (a group, an attribute).
 * @throws NotAuthorizedException when the user was deleted or disabled meanwhile: no token is given out then.
 */
export function latestUser({ pool, user }: { readonly pool: Pool; readonly user: User }): User {
  const stored = pool.users.latest(user);
  if (stored === undefined) throw new NotAuthorizedException('Incorrect username or password.');
  requireEnabled(stored);
  return stored;
}
