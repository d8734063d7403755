import { isIP } from 'node:net';
import { InvalidArgumentError, Option } from 'commander';
import { npmCommand, readCommandLine } from './command-line';
import type { CommandLine } from './command-line';
import type { Io } from './io';
import { UsageError } from './usage-error';

export interface LocalOptions {
  /** Stage, path or name of a stack; undefined: every pool of a named assembly, dev of the environments. */
  readonly env?: string;
  readonly port: number;
  /** undefined: synthesize first. */
  readonly assembly?: string;
  /** No pool at the start. */
  readonly empty?: true;
  readonly allowHost: readonly string[];
  /** An address of this machine beside loopback. */
  readonly listen?: string;
  /** File that keeps users, token families and keys; undefined: in memory alone. */
  readonly state?: string;
  readonly secrets?: string;
}

/** @throws UsageError for options that are of no use with each other */
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
        'state',
      ]),
    )
    .option('--allow-host <name>', 'host that requests may name beside the loopback; may be repeated', append, [])
    .option(
      '--listen <address>',
      'address of this machine to listen at beside the loopback; needs --allow-host',
      address,
    )
    .option('--state <file>', 'keep users, devices, tokens and keys in this file, passwords and secrets included')
    .option('--secrets <file>', 'JSON file with the secrets that triggers read, by name');
  const line = readCommandLine<LocalOptions>(command, args, io);
  if (line.kind === 'options' && line.options.listen !== undefined && line.options.allowHost.length === 0)
    throw new UsageError(
      `--listen ${line.options.listen} is of no use alone: only requests that name the loopback would be answered. ` +
        'Say with --allow-host by which name it is called, for instance --allow-host host.docker.internal.',
    );
  return line;
}

function port(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= 65_535) return number;
  throw new InvalidArgumentError('Expected a number from 0 to 65535.');
}

/** A name or an address as a Host header has it, without the port. */
function append(host: string, before: readonly string[]): readonly string[] {
  if (isIP(host) === 0 && !/^[a-z\d]([\w.-]*[a-z\d])?$/i.test(host))
    throw new InvalidArgumentError('Expected one host name or address, without scheme and port.');
  return [...before, host];
}

function address(text: string): string {
  if (isIP(text) !== 0) return text;
  throw new InvalidArgumentError('Expected an IP address of this machine, or 0.0.0.0 for all of them.');
}
