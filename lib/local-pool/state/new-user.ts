import type { Pool } from '../pool';
import { isEmailAddress } from '../schema/check-attributes';
import { InvalidParameterException, UsernameExistsException } from '../wire/exceptions';
import { foldAttributes } from './user-attributes';
import type { User } from './user';

/**
 * Username, sub and attributes of a user to be made. Where users sign in with e-mail, the name given is the address, and
 * the stored username is the sub (developer guide, "Customizing sign-in attributes").
 * @throws InvalidParameterException when the name is no address, or another one than the e-mail attribute.
 */
export function newUserIdentity(
  pool: Pool,
  name: string,
  attributes: Readonly<Record<string, string>>,
): Pick<User, 'username' | 'sub' | 'attributes'> {
  const sub = pool.randomness.uuid();
  const folded = foldAttributes(pool, attributes);
  if (pool.settings.signInWith === 'username') return { username: pool.users.fold(name), sub, attributes: folded };
  const email = pool.users.fold(name);
  if (!isEmailAddress(email)) throw new InvalidParameterException('Username should be an email.');
  if (folded['email'] !== undefined && folded['email'] !== email)
    throw new InvalidParameterException('Username and email attribute must be the same address.');
  return { username: sub, sub, attributes: { ...folded, email } };
}

/**
 * Looks for a user who has the name already; also after a trigger, during which another request may have taken it.
 * @throws UsernameExistsException in the words of the operation.
 */
export function requireFreeName(pool: Pool, name: string, operation: 'SignUp' | 'AdminCreateUser'): void {
  if (pool.users.find(name) === undefined) return;
  if (operation === 'AdminCreateUser') throw new UsernameExistsException('User account already exists');
  throw new UsernameExistsException(
    pool.settings.signInWith === 'email' ? 'An account with the given email already exists.' : 'User already exists',
  );
}
