import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A directory that is to be replaced holds something else than a cloud assembly. */
export class NotAnAssemblyError extends Error {
  override readonly name = 'NotAnAssemblyError';

  constructor(directory: string) {
    super(
      `${directory} is not empty and is no cloud assembly: it has no manifest.json. ` +
        'Expected a new, an empty or an earlier output directory. Name another one, or remove it.',
    );
  }
}

/**
 * Replaces a cloud assembly as a whole: `fill` writes into a new directory beside it, which takes its place when that
 * is accepted. Whatever fails, is refused or is interrupted, the old assembly stays and nothing half-written is left.
 *
 * @returns what `fill` returned
 * @throws NotAnAssemblyError when the directory holds something else, and whatever `fill` throws
 */
export async function replaceAssembly<Result extends { readonly accepted: boolean }>(
  directory: string,
  fill: (emptyDirectory: string) => Promise<Result>,
): Promise<Result> {
  if (existsSync(directory) && !existsSync(join(directory, 'manifest.json'))) {
    if ((await readdir(directory)).length > 0) throw new NotAnAssemblyError(directory);
  }
  await mkdir(dirname(directory), { recursive: true });
  // Beside the old one: a rename does not cross file systems.
  const workspace = await mkdtemp(`${directory}.partial-`);
  try {
    const fresh = join(workspace, 'new');
    await mkdir(fresh);
    const result = await fill(fresh);
    if (result.accepted) {
      if (existsSync(directory)) await rename(directory, join(workspace, 'old'));
      await rename(fresh, directory);
    }
    return result;
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}
