import { Option } from 'commander';
import { npmCommand, readCommandLine } from './command-line';
import type { CommandLine } from './command-line';
import type { Io } from './io';

export interface JourneysOptions {
  /** Stage, path or name of the stack. */
  readonly env: string;
  readonly target: 'local' | 'aws';
  /** undefined: synthesize first. */
  readonly assembly?: string;
  readonly json?: true;
  readonly allowProduction?: true;
}

export function readJourneysOptions(args: readonly string[], io: Io): CommandLine<JourneysOptions> {
  const command = npmCommand(
    'journeys',
    'Runs every journey that a pool permits, each with a user who is removed again, and names what it left out.',
  )
    .option('--env <name>', 'environment: stage, path or name of a stack in the assembly', 'dev')
    .addOption(
      new Option('--target <where>', 'the pool on this machine, or the deployed one')
        .choices(['local', 'aws'])
        .default('local'),
    )
    .option('--assembly <dir>', 'cloud assembly to read (otherwise the environments are synthesized into cdk.out)')
    .option('--json', 'write the result as one JSON document')
    .option('--allow-production', 'create and remove users in a production environment too');
  return readCommandLine<JourneysOptions>(command, args, io);
}
