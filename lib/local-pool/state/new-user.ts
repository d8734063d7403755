import type { Pool } from '../pool';
import { isEmailAddress, isPhoneNumber } from '../schema/check-attributes';
import { usernameAttributes } from '../schema/sign-in-names';
import type { SignInWith, VerifiableAttribute } from '../settings/pool-settings';
import { InvalidParameterException, UsernameExistsException } from '../wire/exceptions';
import { foldAttributes } from './user-attributes';
import type { User } from './user';

/**
 * Username, sub and attributes of a user to be made. Where users sign in with an address or a phone number, the name
 * given is that, and the stored username is the sub (developer guide, "Customizing sign-in attributes").
 * @throws InvalidParameterException when the name has the wrong form, or is another one than the attribute.
 */
export function newUserIdentity(
  pool: Pool,
  name: string,
  attributes: Readonly<Record<string, string>>,
): Pick<User, 'username' | 'sub' | 'attributes'> {
  const sub = pool.randomness.uuid();
  const folded = foldAttributes(pool, attributes);
  const username = pool.users.fold(name);
  const contact = contactFormOf(username);
  if (pool.settings.signInWith === 'username') {
    if (contact !== undefined && pool.settings.aliases.includes(contact)) throw looksLikeAlias(contact);
    return { username, sub, attributes: folded };
  }
  if (contact === undefined || !usernameAttributes(pool.settings).includes(contact))
    throw new InvalidParameterException(wrongForm[pool.settings.signInWith]);
  if (folded[contact] !== undefined && folded[contact] !== username)
    throw new InvalidParameterException(`Username and ${contact} attribute must be the same ${kinds[contact]}.`);
  return { username: sub, sub, attributes: { ...folded, [contact]: username } };
}

const wrongForm: { readonly [Each in Exclude<SignInWith, 'username'>]: string } = {
  email: 'Username should be an email.',
  phone_number: 'Username should be a phone number.',
  'email-or-phone': 'Username should be either an email or a phone number.',
};

const kinds: { readonly [Each in VerifiableAttribute]: string } = { email: 'address', phone_number: 'number' };

function contactFormOf(name: string): VerifiableAttribute | undefined {
  if (isEmailAddress(name)) return 'email';
  return isPhoneNumber(name) ? 'phone_number' : undefined;
}

/** A username must not be what another user could verify as an alias. */
function looksLikeAlias(contact: VerifiableAttribute): InvalidParameterException {
  const form = contact.replace('_', ' ');
  return new InvalidParameterException(
    `Username cannot be of ${form} format, since user pool is configured for ${form} alias.`,
  );
}

/** @throws InvalidParameterException for a name that a user can choose only once confirmed, where it is one. */
export function requireNoPreferredUsername(
  pool: Pool,
  { preferred_username: name }: Readonly<Record<string, string>>,
): void {
  if (name !== undefined && pool.settings.aliases.includes('preferred_username'))
    throw new InvalidParameterException(
      'preferred_username cannot be given at sign-up, since user pool is configured for preferred_username alias.',
    );
}

/**
 * Looks for a user who has one of the names already; also after a trigger, during which another request may have taken it.
 * @param attributes of the user to be made: where they take the place of the username, each is a name.
 * @throws UsernameExistsException in the words of the operation.
 */
export function requireFreeName(
  pool: Pool,
  name: string,
  attributes: Readonly<Record<string, string>>,
  operation: 'SignUp' | 'AdminCreateUser',
): void {
  for (const attribute of usernameAttributes(pool.settings)) {
    if (pool.users.find(attributes[attribute] ?? '') === undefined) continue;
    const words = `An account with the given ${attribute} already exists.`;
    throw new UsernameExistsException(operation === 'SignUp' ? words : 'User account already exists');
  }
  if (pool.users.find(name) === undefined) return;
  throw new UsernameExistsException(operation === 'SignUp' ? 'User already exists' : 'User account already exists');
}
