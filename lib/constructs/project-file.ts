import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads a file that an environment names, by its path from the root of the project. */
export type ReadFile = (path: string) => Buffer;

/** Reads it from this project. */
export const readProjectFile: ReadFile = (path) => readFileSync(join(__dirname, '..', '..', path));

/** A template has at most a million bytes, with everything that is in it. */
const mostBytes = 100_000;

/**
 * The content of a file that becomes a part of a template.
 *
 * @param opening what is in such a file, and in no other
 * @throws Error naming the file when it cannot be read, is too large, or is something else
 */
export function templatePart(read: ReadFile, path: string, opening: RegExp): string {
  const content = readOrExplain(read, path);
  if (content.length > mostBytes) {
    throw new Error(
      `${path} has ${content.length} bytes; at most ${mostBytes} are allowed, as they become a part of the template. ` +
        'Make it smaller.',
    );
  }
  const text = content.toString('utf8');
  if (opening.test(text)) return text;
  throw new Error(`${path} is not what its name says: expected ${String(opening)} in it. Put the right file there.`);
}

function readOrExplain(read: ReadFile, path: string): Buffer {
  try {
    return read(path);
  } catch (cause) {
    throw new Error(`${path} cannot be read. An environment names it: add the file, or remove it there.`, { cause });
  }
}
