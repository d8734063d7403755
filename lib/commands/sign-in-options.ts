import { Option } from 'commander';
import { npmCommand, readCommandLine } from './command-line';
import type { CommandLine } from './command-line';
import type { Io } from './io';

export interface SignInOptions {
  /** Stage, path or name of the stack. */
  readonly env: string;
  readonly target: 'local' | 'aws';
  /** undefined: synthesize first. */
  readonly assembly?: string;
  readonly client?: string;
  readonly qr?: true;
  readonly json?: true;
  readonly allowProduction?: true;
}

export function readSignInOptions(args: readonly string[], io: Io): CommandLine<SignInOptions> {
  const command = npmCommand(
    'sign-in',
    'Enrols TOTP and signs in with it, step by step, as a user who is removed again.',
  )
    .option('--env <name>', 'environment: stage, path or name of a stack in the assembly', 'dev')
    .addOption(
      new Option('--target <where>', 'the pool on this machine, or the deployed one')
        .choices(['local', 'aws'])
        .default('local'),
    )
    .option('--assembly <dir>', 'cloud assembly to read (otherwise the environments are synthesized into cdk.out)')
    .option('--client <name>', 'app client (otherwise the first that signs in with a password)')
    .option('--qr', 'show the TOTP secret as a QR code')
    .option('--json', 'write the result as one JSON document')
    .option('--allow-production', 'create and remove the user in a production environment too');
  return readCommandLine<SignInOptions>(command, args, io);
}
