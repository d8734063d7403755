import { Option } from 'commander';
import { journeys } from '../sign-in/journey';
import { npmCommand, readCommandLine } from './command-line';
import type { CommandLine } from './command-line';
import type { Io } from './io';

export interface SignInOptions {
  /** Stage, path or name of the stack. */
  readonly env: string;
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

const journeyList = journeys.map(({ name, what }) => `${name}: ${what}`).join('; ');

export function readSignInOptions(args: readonly string[], io: Io): CommandLine<SignInOptions> {
  const command = npmCommand('sign-in', 'Takes one user through a journey, step by step, and removes the user again.')
    .option('--env <name>', 'environment: stage, path or name of a stack in the assembly', 'dev')
    .addOption(
      new Option('--target <where>', 'the pool on this machine, or the deployed one')
        .choices(['local', 'aws'])
        .default('local'),
    )
    .option('--assembly <dir>', 'cloud assembly to read (otherwise the environments are synthesized into cdk.out)')
    .addOption(
      new Option('--journey <name>', `${journeyList} (otherwise J7, or J8 where MFA is required)`).choices(
        journeys.map(({ name }) => name),
      ),
    )
    .option('--client <name>', 'app client (otherwise the first that suits the journey)')
    .option('--qr', 'show the TOTP secret as a QR code')
    .option('--json', 'write the result as one JSON document')
    .option('--allow-production', 'create and remove the user in a production environment too');
  return readCommandLine<SignInOptions>(command, args, io);
}
