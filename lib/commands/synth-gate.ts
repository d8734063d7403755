import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { replaceAssembly } from './assembly-directory';
import { judge } from './judgement';
import type { Judgement } from './judgement';
import { projectRoot } from './project-root';
import { runNode } from './run-node';

export interface GateRun {
  /** Absolute; takes the assembly when it is accepted, and stays as it was when not. */
  readonly directory: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Context beside that of cdk.json, for instance `sandbox`. */
  readonly context?: Readonly<Record<string, string>>;
  /** The command that runs the CDK app, when it is not that of cdk.json. */
  readonly app?: string;
  readonly signal?: AbortSignal | undefined;
}

/** The CDK's command line is not installed. */
export class MissingCommandLineError extends Error {
  override readonly name = 'MissingCommandLineError';
}

/**
 * Synthesizes every stack with the CDK's command line, as a deployment does, and judges the assembly. The exit code of
 * `cdk synth` alone says too little: it is 0 when a plugin throws and when a finding names no construct.
 *
 * @throws MissingCommandLineError, NotAnAssemblyError; AbortError when the signal is aborted
 */
export async function judgeSynthesis({ directory, env, context = {}, app, signal }: GateRun): Promise<Judgement> {
  const commands = join(projectRoot, 'node_modules', '.bin');
  const commandLine = join(commands, 'cdk');
  if (!existsSync(commandLine)) {
    throw new MissingCommandLineError(`There is no ${commandLine}. Install the dependencies: npm ci`);
  }
  return replaceAssembly(directory, async (output) => {
    const result = await runNode({
      args: [
        ...[commandLine, 'synth', '**', '--output', output, '--quiet', '--no-notices', '--no-lookups', '--no-color'],
        ...contextArguments({ ...context, '@aws-cdk/core:validateAgainstDefaultRules': 'true' }),
        ...(app === undefined ? [] : ['--app', app]),
      ],
      cwd: projectRoot,
      env: {
        ...env,
        PATH: [commands, env['PATH']].join(delimiter),
        CDK_VALIDATION: 'true',
        // Nothing here needs AWS or the network.
        CDK_DISABLE_CLI_TELEMETRY: 'true',
        AWS_EC2_METADATA_DISABLED: 'true',
      },
      signal,
    });
    return judge(result, await reportIn(output));
  });
}

async function reportIn(directory: string): Promise<string | undefined> {
  const file = join(directory, 'validation-report.json');
  return existsSync(file) ? readFile(file, 'utf8') : undefined;
}

function contextArguments(context: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(context).flatMap(([key, value]) => ['--context', `${key}=${value}`]);
}
