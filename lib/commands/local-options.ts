import { InvalidArgumentError, Option } from 'commander';
import { npmCommand, readCommandLine } from './command-line';
import type { CommandLine } from './command-line';
import type { Io } from './io';

export interface LocalOptions {
  /** Stage, path or name of a stack; undefined: every pool of a named assembly, dev of the environments. */
  readonly env?: string;
  readonly port: number;
  /** undefined: synthesize first. */
  readonly assembly?: string;
  /** No pool at the start. */
  readonly empty?: true;
  readonly allowHost: readonly string[];
  readonly secrets?: string;
}

export function readLocalOptions(args: readonly string[], io: Io): CommandLine<LocalOptions> {
  const command = npmCommand('local', 'Runs user pools on this machine until Ctrl-C.')
    .option('--env <name>', 'environment: stage, path or name of a stack in the assembly (default: "dev")')
    .option('--port <number>', 'port of the loopback to listen on; 0 takes a free one', port, 9229)
    .option(
      '--assembly <dir>',
      'cloud assembly to read, all its pools without --env (otherwise the environments are synthesized into cdk.out)',
    )
    .addOption(
      new Option('--empty', 'start without any pool: programs make their own').conflicts([
        'env',
        'assembly',
        'secrets',
      ]),
    )
    .option('--allow-host <name>', 'host that requests may name beside the loopback; may be repeated', append, [])
    .option('--secrets <file>', 'JSON file with the secrets that triggers read, by name');
  return readCommandLine<LocalOptions>(command, args, io);
}

function port(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= 65_535) return number;
  throw new InvalidArgumentError('Expected a number from 0 to 65535.');
}

function append(host: string, before: readonly string[]): readonly string[] {
  return [...before, host];
}
