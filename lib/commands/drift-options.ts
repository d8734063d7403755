import { Option } from 'commander';
import { npmCommand, readCommandLine } from './command-line';
import type { CommandLine } from './command-line';
import type { Io } from './io';
import { endpoint } from './outputs-options';

export interface DriftOptions {
  /** Stage, or path or name of one of its stacks. */
  readonly env: string;
  /** Path, logical id or name, where the environment has several user pools. */
  readonly pool?: string;
  readonly target: 'aws' | 'local';
  /** Where `npm run local` listens, without a final slash; undefined: where it does by default. */
  readonly endpoint?: string;
  /** undefined: synthesize first. */
  readonly assembly?: string;
  readonly json?: true;
}

export function readDriftOptions(args: readonly string[], io: Io): CommandLine<DriftOptions> {
  const command = npmCommand('drift', 'Reads a user pool back and compares it with what is declared. Never a secret.')
    .requiredOption('--env <name>', 'environment: stage, path or name of a stack in the assembly')
    .option('--pool <name>', 'path, logical id or name of the user pool, where the environment has several')
    .addOption(
      new Option('--target <where>', 'the deployed pool, or the one that npm run local runs')
        .choices(['aws', 'local'])
        .default('aws'),
    )
    .option('--endpoint <url>', 'where the local pool runs (otherwise http://localhost:9229)', endpoint)
    .option('--assembly <dir>', 'cloud assembly to read (otherwise the environments are synthesized into cdk.out)')
    .option('--json', 'write the differences as JSON, for a job')
    .addHelpText('after', '\nExit code 0: no difference; 1: differences; 2: wrong use, or the pool cannot be read.');
  return readCommandLine<DriftOptions>(command, args, io);
}
