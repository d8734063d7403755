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
