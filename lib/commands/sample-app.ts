import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SampleApp } from '../local-pool/desk/sample-app';
import { projectRoot } from './project-root';

/** Where the sources are, in the project; a package has only what was built from them. */
const sources = join(projectRoot, 'lib', 'sample-app');

/** Where `npm run build` puts the program of the sample application: beside the commands. */
const built = join(__dirname, 'sample-app');

/** Reads the sample application that was built, or bundles that of the project. */
export async function sampleApp(): Promise<SampleApp> {
  const directory = existsSync(built) ? built : sources;
  const [page, style, script] = await Promise.all([
    readFile(join(directory, 'index.html'), 'utf8'),
    readFile(join(directory, 'style.css'), 'utf8'),
    directory === built ? readFile(join(built, 'app.js'), 'utf8') : bundle(),
  ]);
  return { page, style, script };
}

async function bundle(): Promise<string> {
  // Only here, and only when the page is opened: a package is installed without esbuild.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: projectRoot,
    entryPoints: [join(sources, 'app.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles.map(({ text }) => text).join('');
}
