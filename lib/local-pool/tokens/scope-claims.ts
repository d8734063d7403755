import type { Client } from '../pool';

/** Attributes that a scope shows (developer guide, "The user attributes endpoint"); `profile` shows custom ones too. */
const attributesOfScopes: Readonly<Record<string, readonly string[]>> = {
  email: ['email', 'email_verified'],
  phone: ['phone_number', 'phone_number_verified'],
  profile: [
    'name',
    'family_name',
    'given_name',
    'middle_name',
    'nickname',
    'preferred_username',
    'profile',
    'picture',
    'website',
    'gender',
    'birthdate',
    'zoneinfo',
    'locale',
    'updated_at',
  ],
};

/** Whether tokens of these scopes show an attribute. Without a scope that names attributes `openid` shows all of them. */
export function scopesShow(scopes: readonly string[], attribute: string): boolean {
  const naming = scopes.filter((scope) => Object.hasOwn(attributesOfScopes, scope));
  if (naming.length === 0) return true;
  if (attribute.startsWith('custom:')) return naming.includes('profile');
  return naming.some((scope) => attributesOfScopes[scope]?.includes(attribute));
}

/**
 * The first attribute of the scopes email and phone that the client may not read: the service then gives out no tokens at
 * all (developer guide, "The token issuer endpoint", invalid_grant).
 */
export function unreadableAttribute(
  { readAttributes }: Pick<Client, 'readAttributes'>,
  scopes: readonly string[],
): string | undefined {
  if (readAttributes === undefined) return undefined;
  const needed = ['email', 'phone']
    .filter((scope) => scopes.includes(scope))
    .flatMap((scope) => attributesOfScopes[scope]);
  return needed.find((attribute) => attribute !== undefined && !readAttributes.includes(attribute));
}
