import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { objectsIn, valueAt } from './source-objects';

/** Where something is declared. */
export interface Place {
  /** Relative to the project: `lib/environments/prod.ts`. */
  readonly file: string;
  /** Counted from 1; undefined where the value is no literal there. */
  readonly line: number | undefined;
}

/**
 * Where an environment declares a field (`clients.web.authFlows`): the line of it, or of the innermost field around it that
 * is written there. Undefined where the environment has no file of its own, as a copy of the sandbox has none.
 *
 * @param read gives the text of a file of the project; undefined: there is none
 */
export function fieldPlace(
  environment: string,
  field: string,
  read: (file: string) => string | undefined,
): Place | undefined {
  const file = `lib/environments/${environment}.ts`;
  const source = read(file);
  if (source === undefined) return undefined;
  const declared = objectsIn(source).find((object) => valueAt(object, ['name'])?.literal === environment);
  return { file, line: declared && lineOf(declared, field.split('.')) };
}

function lineOf(declared: Parameters<typeof valueAt>[0], path: readonly string[]): number | undefined {
  if (path.length === 0) return undefined;
  const value = valueAt(declared, path);
  if (value === undefined) return lineOf(declared, path.slice(0, -1));
  return value.literal === undefined ? undefined : value.line;
}

/** The same with the files of the project in that directory. */
export function fieldLocator(root: string): (environment: string, field: string) => Place | undefined {
  const read = (file: string) => {
    const path = join(root, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };
  return (environment, field) => fieldPlace(environment, field, read);
}
