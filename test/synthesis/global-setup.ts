import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '../../lib/commands/synthesize';
import { assemblyVariable } from './assembly-variable';

/** Synthesizes once for all tests, in a process of its own: a worker of jest never loads the CDK for a template. */
export default async function globalSetup(): Promise<void> {
  const directory = join(await mkdtemp(join(tmpdir(), 'userpool-test-')), 'assembly');
  await synthesize(directory, { env: process.env, app: 'test/synthesis/fixture-app.ts' });
  process.env[assemblyVariable] = directory;
  // What the tests print is about the tests; package.json says which Node is needed.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
}
