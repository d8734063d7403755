/** Scopes that say what of the user's attributes is shown, which is nothing without `openid`. */
const attributeScopes = ['email', 'phone', 'profile'];

/**
 * The scopes of an authorization request: those that it names, or all that the client is allowed (developer guide,
 * "Authorize endpoint").
 * @returns undefined for a scope that the client is not allowed, or one of attributes without openid
 */
export function grantScopes(allowed: readonly string[], requested: string | null): readonly string[] | undefined {
  const named = [...new Set((requested ?? '').split(' '))].filter((scope) => scope !== '');
  if (named.length === 0) return allowed;
  if (named.some((scope) => !allowed.includes(scope))) return undefined;
  const showsAttributes = named.some((scope) => attributeScopes.includes(scope));
  return showsAttributes && !named.includes('openid') ? undefined : named;
}
