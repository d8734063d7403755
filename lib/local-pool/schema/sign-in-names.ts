import type { AliasAttribute, PoolSettings, SignInWith, VerifiableAttribute } from '../settings/pool-settings';

type Attributes = Readonly<Record<string, string>>;
type NameSettings = Pick<PoolSettings, 'signInWith' | 'aliases'>;

/** An attribute by whose value a user can be named in the place of the username. */
export interface SignInName {
  readonly attribute: AliasAttribute;
  readonly value: string;
}

const attributesOf: { readonly [Each in SignInWith]: readonly VerifiableAttribute[] } = {
  username: [],
  email: ['email'],
  phone_number: ['phone_number'],
  'email-or-phone': ['email', 'phone_number'],
};

/** The attributes that take the place of a username from sign-up on (UsernameAttributes). */
export function usernameAttributes({ signInWith }: Pick<PoolSettings, 'signInWith'>): readonly VerifiableAttribute[] {
  return attributesOf[signInWith];
}

/**
 * The further names of a user with these attributes. An alias that is an address or a phone number names the user once it
 * is verified (developer guide, "Customizing sign-in attributes").
 */
export function signInNames(settings: NameSettings, attributes: Attributes): readonly SignInName[] {
  const inForce = settings.aliases.filter(
    (alias) => alias === 'preferred_username' || attributes[`${alias}_verified`] === 'true',
  );
  return [...usernameAttributes(settings), ...inForce].flatMap((attribute) => {
    const value = attributes[attribute] ?? '';
    return value === '' ? [] : [{ attribute, value }];
  });
}
