import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/** Texts by their path below a directory, written with `/`. */
export type Texts = ReadonlyMap<string, string>;

export interface Change {
  readonly kind: 'added' | 'changed' | 'removed';
  readonly file: string;
}

/** What has to happen to the files that are there, to become the wanted ones. Sorted by file. */
export function changesBetween(present: Texts, wanted: Texts): readonly Change[] {
  const files = [...new Set([...present.keys(), ...wanted.keys()])].toSorted();
  return files.flatMap((file): readonly Change[] => {
    if (!wanted.has(file)) return [{ kind: 'removed', file }];
    if (!present.has(file)) return [{ kind: 'added', file }];
    return present.get(file) === wanted.get(file) ? [] : [{ kind: 'changed', file }];
  });
}

/** Every file below a directory, in any depth; none when the directory is not there. */
export async function readTexts(directory: string): Promise<Texts> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.map(async (file) => {
        const name = relative(directory, file).split(sep).join('/');
        return [name, await readFile(file, 'utf8')] as const;
      }),
    ),
  );
}

/** Those of the named files below a directory that are there. */
export async function readNamed(directory: string, names: Iterable<string>): Promise<Texts> {
  const texts = await Promise.all(
    [...names].map(async (name) => {
      const text = await readFile(join(directory, name), 'utf8').catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      });
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
  return new Map(texts.flat());
}

/** Makes the changes; a file is replaced as a whole, and a directory that has become empty goes. */
export async function applyChanges(directory: string, changes: readonly Change[], wanted: Texts): Promise<void> {
  for (const { file } of changes) {
    const target = join(directory, file);
    const text = wanted.get(file);
    if (text === undefined) {
      await rm(target);
      if ((await readdir(dirname(target))).length === 0) await rm(dirname(target), { recursive: true });
    } else {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(`${target}.partial`, text);
      await rename(`${target}.partial`, target);
    }
  }
}
