import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The version in the nearest package.json above this code: that of the project, or of the installed package.
 *
 * @throws Error where there is none
 */
export function packageVersion(from = __dirname): string {
  const file = join(from, 'package.json');
  if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version;
  if (dirname(from) === from) throw new Error('There is no package.json above the code of userpool: install it again.');
  return packageVersion(dirname(from));
}
