import { Command, CommanderError } from 'commander';
import type { OptionValues } from 'commander';
import type { Io } from './io';
import { isProject } from './project-root';

/** What a command line comes to: the options, or that everything is said already. */
export type CommandLine<Options> =
  { readonly kind: 'options'; readonly options: Options } | { readonly kind: 'done'; readonly exitCode: number };

/** A command as it is called: `npm run sign-in -- OPTIONS`, or `userpool sign-in OPTIONS` of the installed package. */
export function npmCommand(name: string, description: string): Command {
  return new Command(isProject() ? `npm run ${name} --` : `userpool ${name}`)
    .description(description)
    .helpOption('--help', 'show this text');
}

/** Reads the arguments. Wrong use ends with exit code 2 and says what is allowed; --help with 0. */
export function readCommandLine<Options extends OptionValues>(
  command: Command,
  args: readonly string[],
  io: Pick<Io, 'out' | 'err'>,
): CommandLine<Options> {
  command
    .exitOverride()
    .showHelpAfterError()
    .configureOutput({ writeOut: (text) => io.out(text.trimEnd()), writeErr: (text) => io.err(text.trimEnd()) });
  try {
    return { kind: 'options', options: command.parse(args, { from: 'user' }).opts<Options>() };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { kind: 'done', exitCode: error.exitCode === 0 ? 0 : 2 };
  }
}
