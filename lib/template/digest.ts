import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { byText } from './canonical';

/**
 * Digest of what is in a directory: the names and contents of all files in it, in any depth. Times, permissions and
 * empty directories do not count, a link counts as the text it holds. The digest of a file is that of its content.
 *
 * @returns `sha256:` and 64 hexadecimal digits
 */
export function digestDirectory(directory: string): string {
  const hash = createHash('sha256');
  if (statSync(directory).isFile()) return `sha256:${hash.update(readFileSync(directory)).digest('hex')}`;
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({ entry, file: join(entry.parentPath, entry.name) }))
    .map(({ entry, file }) => ({ entry, file, name: relative(directory, file).split(sep).join('/') }))
    .sort((left, right) => byText(left.name, right.name));
  for (const { entry, file, name } of entries) {
    const content = entry.isSymbolicLink() ? Buffer.from(readlinkSync(file)) : readFileSync(file);
    // The lengths keep apart what would otherwise be the same bytes in a row.
    hash.update(JSON.stringify([name, entry.isSymbolicLink() ? 'link' : 'file', content.length])).update(content);
  }
  return `sha256:${hash.digest('hex')}`;
}
