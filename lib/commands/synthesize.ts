import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceAssembly } from './assembly-directory';
import { projectRoot } from './project-root';
import { runNode } from './run-node';

/** The CDK app did not come to its end. */
export class SynthesisError extends Error {
  override readonly name = 'SynthesisError';
}

export interface SynthesizeOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Context beside that of cdk.json, for instance `sandbox`. */
  readonly context?: Readonly<Record<string, string>>;
  /** The CDK app, relative to the project. */
  readonly app?: string;
  /** Aborting it ends the app and leaves the directory as it was. */
  readonly signal?: AbortSignal | undefined;
}

/** What the CDK's command line hands to an app, and that a finding of a plugin does not end it. */
const commandLineContext = {
  'aws:cdk:enable-path-metadata': true,
  'aws:cdk:enable-asset-metadata': true,
  '@aws-cdk/core:failSynthOnValidationErrors': false,
};

/**
 * Synthesizes the CDK app into a directory, without the CDK's command line and its template validator, which take most
 * of the time: what has to pass before a merge is judged by `npm run synth`. The templates are the same.
 *
 * @param directory absolute; replaced as a whole or not at all
 * @throws SynthesisError with what the app wrote, when it fails
 * @throws NotAnAssemblyError when the directory holds something else than an assembly
 * @throws AbortError when the signal is aborted
 */
export async function synthesize(directory: string, options: SynthesizeOptions): Promise<void> {
  const { env, context = {}, app = 'bin/app.ts', signal } = options;
  const handedOver = { ...(await contextOfProject()), ...commandLineContext, ...context };
  await replaceAssembly(directory, async (output) => {
    const { exitCode, stderr } = await runNode({
      args: ['-r', 'ts-node/register', app],
      cwd: projectRoot,
      env: { ...env, CDK_OUTDIR: output, CDK_CONTEXT_JSON: JSON.stringify(handedOver), CDK_VALIDATION: 'false' },
      signal,
    });
    if (exitCode === 0) return { accepted: true };
    const end = exitCode === undefined ? 'was ended by a signal' : `failed with exit code ${exitCode}`;
    throw new SynthesisError(`The CDK app ${app} ${end}. It wrote:\n${stderr.trim()}`);
  });
}

async function contextOfProject(): Promise<Readonly<Record<string, unknown>>> {
  const settings = await readFile(join(projectRoot, 'cdk.json'), 'utf8');
  return (JSON.parse(settings) as { readonly context: Readonly<Record<string, unknown>> }).context;
}
