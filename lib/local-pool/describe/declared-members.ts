import type { ValueObject } from '../../template/value';

/**
 * Properties told again as they were written. The caller says of which type they are on the wire: the template's members
 * are those of the API.
 */
export function declaredMembers<T extends object>(
  declared: ValueObject | undefined,
  names: readonly (keyof T & string)[],
): Partial<T> {
  const told = names.flatMap((name) => {
    const value = declared?.[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(told) as Partial<T>;
}
