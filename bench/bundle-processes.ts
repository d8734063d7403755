import { build } from 'esbuild';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../lib/commands/project-root';

export interface ProcessScripts {
  readonly server: string;
  readonly client: string;
  /** Directory of a trigger's code: it hands its event back. */
  readonly trigger: string;
}

/** Makes JavaScript of the two processes, in the way of `npm run build`; below the project, whose packages they load. */
export async function bundleProcesses(directory: string): Promise<ProcessScripts> {
  await build({
    absWorkingDir: projectRoot,
    entryPoints: ['bench/server-process.ts', 'bench/client-process.ts'],
    outdir: directory,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'warning',
  });
  const instance = 'lambda-instance.js';
  await copyFile(join(projectRoot, 'lib/local-pool/triggers', instance), join(directory, instance));
  const trigger = join(directory, 'trigger');
  await mkdir(trigger, { recursive: true });
  await writeFile(join(trigger, 'index.js'), 'exports.handler = async (event) => event;\n');
  return { server: join(directory, 'server-process.js'), client: join(directory, 'client-process.js'), trigger };
}
