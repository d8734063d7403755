import { Option } from 'commander';
import { signInJourneys } from '../sign-in/journey';
import { npmCommand, readCommandLine } from './command-line';
import type { CommandLine } from './command-line';
import type { Io } from './io';
import { withTarget } from './target-options';

export interface SignInOptions {
  /** Stage, path or name of the stack. */
  readonly env: string;
  /** Path, logical id or name of the pool; undefined: the only one of the stack. */
  readonly pool?: string;
  readonly target: 'local' | 'aws';
  /** undefined: synthesize first. */
  readonly assembly?: string;
  /** undefined: the one that the MFA of the pool asks for. */
  readonly journey?: string;
  readonly client?: string;
  readonly qr?: true;
  readonly json?: true;
  readonly allowProduction?: true;
}

const journeyList = signInJourneys.map(({ name, what }) => `${name}: ${what}`).join('; ');

export function readSignInOptions(args: readonly string[], io: Io): CommandLine<SignInOptions> {
  const command = withTarget(
    npmCommand('sign-in', 'Takes one user through a journey, step by step, and removes the user again.'),
  )
    .addOption(
      new Option('--journey <name>', `${journeyList} (otherwise J7, or J8 where MFA is required)`).choices(
        signInJourneys.map(({ name }) => name),
      ),
    )
    .option('--client <name>', 'app client (otherwise the first that suits the journey)')
    .option('--qr', 'show the TOTP secret as a QR code')
    .option('--json', 'write the result as one JSON document')
    .option('--allow-production', 'create and remove the user in a production environment too');
  return readCommandLine<SignInOptions>(command, args, io);
}
