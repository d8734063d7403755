import type { Pool } from '../pool';
import type { ProviderLink, User } from './user';

/** The attributes as triggers and GetUser show them, with those that the service keeps itself. */
export function visibleAttributes(user: User): Readonly<Record<string, string>> {
  return {
    sub: user.sub,
    ...(user.links.length > 0 && { identities: JSON.stringify(user.links.map(identityOf)) }),
    ...user.attributes,
  };
}

/** A linked identity as the attribute `identities` lists it; who signs in as it becomes known when somebody does. */
export function identityOf(link: ProviderLink) {
  return {
    userId: link.attributeValue,
    providerName: link.providerName,
    providerType: link.providerType,
    issuer: null,
    primary: false,
    dateCreated: link.created,
  } as const;
}

/** The attributes as a trigger's event carries them (developer guide, "User pool Lambda trigger event"). */
export function triggerAttributes(user: User): Readonly<Record<string, string>> {
  return { ...visibleAttributes(user), 'cognito:user_status': user.status };
}

/** A list of `{Name, Value}` as the wire has it. */
export function attributeList(
  attributes: Readonly<Record<string, string>>,
): { readonly Name: string; readonly Value: string }[] {
  return Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));
}

/** The same from the wire; the last of two with one name counts, and one without a value is empty. */
export function attributesFrom(
  list: readonly { readonly Name: string; readonly Value?: string | undefined }[] = [],
): Readonly<Record<string, string>> {
  return Object.fromEntries(list.map(({ Name, Value }) => [Name, Value ?? '']));
}

/** Attributes that are names to sign in with: a pool that is not case-sensitive keeps them in lower case. */
const nameAttributes = ['email', 'preferred_username'];

/** Attributes as the pool keeps them (UsernameConfiguration.CaseSensitive). */
export function foldAttributes(
  pool: Pool,
  attributes: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      nameAttributes.includes(name) ? pool.users.fold(value) : value,
    ]),
  );
}
