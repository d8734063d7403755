import * as sdk from '@aws-sdk/client-cognito-identity-provider';

/** A schema of the SDK: of a structure [3, namespace, name, traits, member names, member types], of a list [1, ..., type]. */
type Schema = number | readonly unknown[] | (() => unknown);

/** The paths down to the leaves of a structure of the model, `[]` after the name of a list. */
export function leafPathsOf(structure: string): readonly string[] {
  const schema: unknown = Object.entries(sdk).find(([name]) => name === `${structure}$`)?.[1];
  if (!Array.isArray(schema)) throw new Error(`The SDK has no schema of ${structure}.`);
  return pathsOf(schema, '');
}

const [listKind, structureKind, listOfSimple] = [1, 3, 64];

function pathsOf(schema: Schema, path: string): readonly string[] {
  if (typeof schema === 'function') return pathsOf(schema() as Schema, path);
  if (typeof schema === 'number') return [schema >= listOfSimple && schema < 2 * listOfSimple ? `${path}[]` : path];
  const [kind, , , , first, types] = schema;
  // A type with traits of the member that has it.
  if (typeof kind !== 'number' || schema.length === 2) return pathsOf(kind as Schema, path);
  if (kind === listKind) return pathsOf(first as Schema, `${path}[]`);
  if (kind !== structureKind) return [path];
  return (first as readonly string[]).flatMap((member, index) =>
    pathsOf((types as readonly Schema[])[index] ?? 0, path === '' ? member : `${path}.${member}`),
  );
}

/** Whether something is there at the path; of a list, in any of its items. */
export function isThere(value: unknown, path: string): boolean {
  const [step = '', ...rest] = path.split('.');
  const name = step.replace(/\[\]$/, '');
  const below = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  if (below === undefined) return false;
  if (step === name) return rest.length === 0 || isThere(below, rest.join('.'));
  return Array.isArray(below) && below.some((item) => rest.length === 0 || isThere(item, rest.join('.')));
}
