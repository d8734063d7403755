import type { Pool } from '../pool';
import type { User } from './user';

/** The attributes as triggers and GetUser show them, the sub among them. */
export function visibleAttributes(user: User): Readonly<Record<string, string>> {
  return { sub: user.sub, ...user.attributes };
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
