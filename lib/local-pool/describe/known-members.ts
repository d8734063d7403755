import { tokensIn, type ValueObject } from '../../template/value';

/**
 * Properties to be told again as they were written: those of the names, but for values that only a deployment would know.
 * The caller says of which type they are on the wire: the template's members are those of the API.
 */
export function knownMembers<T extends object>(
  declared: ValueObject | undefined,
  names: readonly (keyof T & string)[],
): T {
  const known = names.flatMap((name) => {
    const value = declared?.[name];
    return value === undefined || tokensIn(value).length > 0 ? [] : [[name, value] as const];
  });
  return Object.fromEntries(known) as T;
}
