import { existsSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import {
  AssemblyFileMissingError,
  AssemblyMissingError,
  BrokenFileError,
  NotAnAssemblyError,
  PathOutsideAssemblyError,
} from './assembly-error';
import { isNestedTooDeep } from './nesting';
import type { RawValue } from './value';

/** The files of one cloud assembly. All paths are relative to its root; nothing outside of it is read. */
export class AssemblyFiles {
  readonly root: string;

  /** @throws AssemblyMissingError, NotAnAssemblyError */
  constructor(directory: string) {
    this.root = resolve(directory);
    if (!statSync(this.root, { throwIfNoEntry: false })?.isDirectory()) throw new AssemblyMissingError(this.root);
    if (!existsSync(join(this.root, 'manifest.json'))) throw new NotAnAssemblyError(this.root);
  }

  /** The absolute path of something that a file of the assembly names, relative to that file's directory. */
  locate(directory: string, name: string, namedBy: string): string {
    const absolute = resolve(directory, name);
    const inside = relative(this.root, absolute);
    if (inside.split(sep)[0] === '..' || isAbsolute(inside)) {
      throw new PathOutsideAssemblyError(absolute, namedBy, this.root);
    }
    if (!existsSync(absolute)) throw new AssemblyFileMissingError(absolute, namedBy);
    return absolute;
  }

  /** A JSON file of that shape. @throws BrokenFileError */
  read<T>(file: string, shape: z.ZodType<T>): T {
    const checked = shape.safeParse(parsed(file));
    if (checked.success) return checked.data;
    throw new BrokenFileError(
      file,
      z.prettifyError(checked.error),
      'the shape that the cloud assembly schema describes',
    );
  }
}

function parsed(file: string): unknown {
  let value: RawValue;
  try {
    value = JSON.parse(readFileSync(file, 'utf8')) as RawValue;
  } catch (error) {
    throw new BrokenFileError(file, error instanceof Error ? error.message : String(error), 'a JSON file');
  }
  if (isNestedTooDeep(value))
    throw new BrokenFileError(file, 'values nested too deep', 'a file that cdk synth has written');
  return value;
}
