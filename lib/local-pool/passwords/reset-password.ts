import type { User } from '../state/user';
import { NotAuthorizedException } from '../wire/exceptions';

/** @throws NotAuthorizedException for an invited user: the temporary password is the way in, or a new invitation. */
export function requireResettable({ status }: User): void {
  if (status === 'FORCE_CHANGE_PASSWORD')
    throw new NotAuthorizedException('User password cannot be reset in the current state.');
}
