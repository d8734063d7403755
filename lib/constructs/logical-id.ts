/**
 * The part of a logical id or an output key that a name in kebab-case becomes: `admin-console` is `AdminConsole`.
 * Logical ids are fixed by name and not left to the construct tree, so that moving a construct never replaces what
 * holds users.
 */
export function pascalCase(name: string): string {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
