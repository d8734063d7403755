import { npmCommand, readCommandLine } from './command-line';
import type { CommandLine } from './command-line';
import type { Io } from './io';
import { withTarget } from './target-options';

export interface JourneysOptions {
  /** Stage, path or name of the stack. */
  readonly env: string;
  /** Path, logical id or name of the pool; undefined: the only one of the stack. */
  readonly pool?: string;
  readonly target: 'local' | 'aws';
  /** undefined: synthesize first. */
  readonly assembly?: string;
  /** What answers the custom challenge of the pool. */
  readonly challengeAnswer?: string;
  readonly json?: true;
  readonly allowProduction?: true;
}

export function readJourneysOptions(args: readonly string[], io: Io): CommandLine<JourneysOptions> {
  const command = withTarget(
    npmCommand(
      'journeys',
      'Runs every journey that a pool permits, each with a user who is removed again, and names what it left out.',
    ),
  )
    .option('--challenge-answer <text>', 'what answers the custom challenge of the pool (otherwise J20 is left out)')
    .option('--json', 'write the result as one JSON document')
    .option('--allow-production', 'create and remove users in a production environment too');
  return readCommandLine<JourneysOptions>(command, args, io);
}
