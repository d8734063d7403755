/* eslint-disable @typescript-eslint/no-require-imports --
   a command is loaded only when it is called, and import() of TypeScript needs a loader that ts-node does not install */
import { Command, CommanderError } from 'commander';
import type * as drift from '../lib/commands/drift';
import { watchInterruption } from '../lib/commands/interruption';
import type { Io } from '../lib/commands/io';
import type * as journeys from '../lib/commands/journeys';
import type * as local from '../lib/commands/local';
import type * as outputs from '../lib/commands/outputs';
import { packageVersion } from '../lib/commands/package-version';
import type * as posture from '../lib/commands/posture';
import { exitWhenWritten, processIo } from '../lib/commands/process-io';
import type * as errors from '../lib/commands/report-error';
import type * as review from '../lib/commands/review';
import type * as signIn from '../lib/commands/sign-in';
import type * as snapshot from '../lib/commands/snapshot';
import type * as synth from '../lib/commands/synth';

interface CommandModule {
  /** @returns the exit code */
  main(args: readonly string[], io: Io): Promise<number>;
}

/** Each command is loaded only when it is called. */
const commands: Readonly<Record<string, { readonly what: string; readonly load: () => CommandModule }>> = {
  'sign-in': {
    what: 'take one user through a journey, step by step, against a local or a deployed user pool',
    load: () => require('../lib/commands/sign-in') as typeof signIn,
  },
  journeys: {
    what: 'run every journey that a local or a deployed user pool permits',
    load: () => require('../lib/commands/journeys') as typeof journeys,
  },
  local: {
    what: 'run the user pool of an environment on this machine',
    load: () => require('../lib/commands/local') as typeof local,
  },
  outputs: {
    what: 'write what an application needs to know of a local or a deployed user pool',
    load: () => require('../lib/commands/outputs') as typeof outputs,
  },
  posture: {
    what: 'hold the templates of every environment against the security controls',
    load: () => require('../lib/commands/posture') as typeof posture,
  },
  review: {
    what: 'tell what a change of the templates does to security and to the people who have accounts',
    load: () => require('../lib/commands/review') as typeof review,
  },
  drift: {
    what: 'compare a local or a deployed user pool with what is declared',
    load: () => require('../lib/commands/drift') as typeof drift,
  },
  synth: {
    what: 'synthesize every environment and refuse findings of any plugin',
    load: () => require('../lib/commands/synth') as typeof synth,
  },
  snapshot: {
    what: 'rewrite what is committed of the templates',
    load: () => require('../lib/commands/snapshot') as typeof snapshot,
  },
};

async function run(args: readonly string[], io: Io): Promise<number> {
  let exitCode = 2;
  const program = new Command('userpool')
    .description('Amazon Cognito user pools: the templates judged, compared and run on this machine.')
    .version(packageVersion(), '--version', 'show the version')
    .helpOption('--help', 'show this text')
    .exitOverride()
    .showHelpAfterError()
    .enablePositionalOptions();
  for (const [name, { what, load }] of Object.entries(commands)) {
    program
      .command(name)
      .description(what)
      .helpOption(false)
      .allowUnknownOption()
      .argument('[options...]')
      .action(async (options: readonly string[]) => {
        exitCode = await load().main(options, io);
      });
  }
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const { reportError } = require('../lib/commands/report-error') as typeof errors;
    return reportError(error, io);
  }
  return exitCode;
}

// Otherwise the AWS SDK says at every start that it will ask for a newer Node one day; package.json says what is needed.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
const signal = watchInterruption(process, { now: Date.now, exit: (code) => process.exit(code) });
void run(process.argv.slice(2), processIo(process, signal)).then((exitCode) => exitWhenWritten(process, exitCode));
