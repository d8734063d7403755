import { Option } from 'commander';
import { npmCommand, readCommandLine } from './command-line';
import type { CommandLine } from './command-line';
import type { Io } from './io';

export const reviewFormats = ['terminal', 'markdown', 'json', 'sarif'] as const;

export interface ReviewOptions {
  /** Git revision, or directory: a cloud assembly or a folder of snapshots. */
  readonly base: string;
  /** As base; undefined: the snapshots of the working tree. */
  readonly head?: string;
  readonly format: (typeof reviewFormats)[number];
  /** Stage, or path or name of one of its stacks; undefined: all environments. */
  readonly env?: string;
  readonly policy?: string;
  /** undefined: approvals.json, where there is one. */
  readonly approvals?: string;
  /** undefined: the standard output. */
  readonly output?: string;
}

export function readReviewOptions(args: readonly string[], io: Io): CommandLine<ReviewOptions> {
  const command = npmCommand(
    'review',
    'Tells what a change of the templates does to security and to the people who have accounts.',
  )
    .requiredOption('--base <place>', 'before: a git revision, a cloud assembly or a folder of snapshots')
    .option('--head <place>', 'after: the same (otherwise the snapshots of the working tree)')
    .addOption(
      new Option('--format <name>', 'terminal and markdown for people, json for machines, sarif for code scanning')
        .choices(reviewFormats)
        .default('terminal'),
    )
    .option('--env <name>', 'one environment: stage, path or name of a stack (otherwise all)')
    .option('--policy <file>', 'JSON with what is meant, for templates that do not say it')
    .option('--approvals <file>', 'changes that may pass once (otherwise approvals.json, where there is one)')
    .option('--output <file>', 'file to write (otherwise the standard output)')
    .addHelpText(
      'after',
      '\nExit code 0: nothing is above the threshold of its environment; 1: something is; 2: wrong use.',
    );
  return readCommandLine<ReviewOptions>(command, args, io);
}
