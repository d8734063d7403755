import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Io } from './io';
import { UsageError } from './usage-error';

/** Writes a report to the file, or to the standard output without one. @throws UsageError when it cannot be written */
export async function writeOutput(
  text: string,
  file: string | undefined,
  { cwd, out, err }: Pick<Io, 'cwd' | 'out' | 'err'>,
): Promise<void> {
  if (file === undefined) {
    out(text.trimEnd());
    return;
  }
  try {
    await writeFile(resolve(cwd, file), text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} cannot be written: ${why}. Name another file with --output.`);
  }
  err(`${file} is written.`);
}
