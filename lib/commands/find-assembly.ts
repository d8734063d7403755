import { relative, resolve } from 'node:path';
import { readAssembly } from '../template/assembly';
import type { Assembly } from '../template/assembly';
import type { Io } from './io';
import { isProject } from './project-root';
import { synthesize } from './synthesize';
import { UsageError } from './usage-error';

/**
 * The assembly that a command works on: the named one as it is, or the environments as they stand, synthesized into
 * cdk.out.
 *
 * @throws AssemblyError, SynthesisError, NotAnAssemblyError; UsageError when none is named in the installed package
 */
export async function findAssembly(named: string | undefined, io: Io): Promise<Assembly> {
  if (named !== undefined) return readAssembly(resolve(io.cwd, named));
  if (!isProject()) {
    throw new UsageError(
      'No cloud assembly is named, and the installed package has no environments to synthesize. ' +
        'Synthesize your own app with npx cdk synth, and name its assembly: --assembly cdk.out',
    );
  }
  const directory = resolve(io.cwd, 'cdk.out');
  io.err(`Synthesizing the environments into ${relative(io.cwd, directory)}.`);
  await synthesize(directory, { env: io.env, signal: io.signal });
  return readAssembly(directory);
}
