import { InvalidArgumentError, Option } from 'commander';
import { npmCommand, readCommandLine } from './command-line';
import type { CommandLine } from './command-line';
import type { Io } from './io';

export const outputsFormats = ['env', 'json', 'amplify', 'oidc'] as const;

export interface OutputsOptions {
  /** Stage, path or name of the stack. */
  readonly env: string;
  readonly target: 'local' | 'aws';
  /** Where `npm run local` listens, without a final slash. */
  readonly endpoint: string;
  /** undefined: synthesize first. */
  readonly assembly?: string;
  readonly format: (typeof outputsFormats)[number];
  readonly client?: string;
  /** undefined: to the standard output. */
  readonly output?: string;
}

export function readOutputsOptions(args: readonly string[], io: Io): CommandLine<OutputsOptions> {
  const command = npmCommand('outputs', 'Writes what an application needs to know of a user pool. Never a secret.')
    .option('--env <name>', 'environment: stage, path or name of a stack in the assembly', 'dev')
    .addOption(
      new Option('--target <where>', 'the pool that npm run local runs, or the deployed one')
        .choices(['local', 'aws'])
        .default('local'),
    )
    .option('--endpoint <url>', 'where the local pool runs', endpoint, 'http://localhost:9229')
    .option('--assembly <dir>', 'cloud assembly to read (otherwise the environments are synthesized into cdk.out)')
    .addOption(
      new Option(
        '--format <name>',
        'env: lines for a .env file; json: everything; amplify: amplify_outputs.json; oidc: for an OpenID Connect library',
      )
        .choices(outputsFormats)
        .default('env'),
    )
    .option('--client <name>', 'app client (otherwise all of them; for amplify and oidc the only one that suits)')
    .option('--output <file>', 'file to write (otherwise the standard output)');
  return readCommandLine<OutputsOptions>(command, args, io);
}

/** Takes a URL without its final slash. @throws InvalidArgumentError */
export function endpoint(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/+$/, '');
  throw new InvalidArgumentError('Expected a URL such as http://localhost:9229.');
}
