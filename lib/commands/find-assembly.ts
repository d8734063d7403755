import { relative, resolve } from 'node:path';
import { readAssembly } from '../template/assembly';
import type { Assembly } from '../template/assembly';
import type { Io } from './io';
import { synthesize } from './synthesize';

/**
 * The assembly that a command works on: the named one as it is, or the environments as they stand, synthesized into
 * cdk.out.
 *
 * @throws AssemblyError, SynthesisError, NotAnAssemblyError
 */
export async function findAssembly(named: string | undefined, io: Io): Promise<Assembly> {
  if (named !== undefined) return readAssembly(resolve(io.cwd, named));
  const directory = resolve(io.cwd, 'cdk.out');
  io.err(`Synthesizing the environments into ${relative(io.cwd, directory)}.`);
  await synthesize(directory, { env: io.env, signal: io.signal });
  return readAssembly(directory);
}
