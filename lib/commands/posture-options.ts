import { Option } from 'commander';
import { npmCommand, readCommandLine } from './command-line';
import type { CommandLine } from './command-line';
import type { Io } from './io';

export const postureFormats = ['markdown', 'json', 'sarif'] as const;

export interface PostureOptions {
  readonly format: (typeof postureFormats)[number];
  /** Stage, or path or name of one of its stacks; undefined: all environments. */
  readonly env?: string;
  /** undefined: synthesize first. */
  readonly assembly?: string;
  readonly policy?: string;
  /** undefined: POSTURE.md for the whole project, otherwise the standard output. */
  readonly output?: string;
}

export function readPostureOptions(args: readonly string[], io: Io): CommandLine<PostureOptions> {
  const command = npmCommand('posture', 'Holds the templates of every environment against the security controls.')
    .addOption(
      new Option('--format <name>', 'markdown for people, json for machines, sarif for code scanning')
        .choices(postureFormats)
        .default('markdown'),
    )
    .option('--env <name>', 'one environment: stage, path or name of a stack (otherwise all)')
    .option('--assembly <dir>', 'cloud assembly to read (otherwise the environments are synthesized into cdk.out)')
    .option('--policy <file>', 'JSON with what is meant, for an assembly whose templates do not say it')
    .option('--output <file>', 'file to write (otherwise POSTURE.md for the whole project, or the standard output)')
    .addHelpText('after', '\nExit code 0: nothing stops an environment; 1: something does; 2: wrong use.');
  return readCommandLine<PostureOptions>(command, args, io);
}
