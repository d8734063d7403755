import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '../../lib/commands/synthesize';
import { signingKeysVariable, writeSigningKeys } from '../local-pool/signing-keys';
import { assemblyVariable } from './assembly-variable';

/**
 * Makes once what would take most of the time of many test files: the assembly, in a process of its own, so that a
 * worker of jest never loads the CDK for a template, and the keys that the local pools sign with.
 */
export default async function globalSetup(): Promise<void> {
  const workspace = await mkdtemp(join(tmpdir(), 'userpool-test-'));
  const directory = join(workspace, 'assembly');
  const keys = join(workspace, 'signing-keys.json');
  await Promise.all([
    synthesize(directory, { env: process.env, app: 'test/synthesis/fixture-app.ts' }),
    writeSigningKeys(keys),
  ]);
  process.env[assemblyVariable] = directory;
  process.env[signingKeysVariable] = keys;
  // What the tests print is about the tests; package.json says which Node is needed.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
}
