import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readPolicy } from '../posture/policy-file';
import type { Policy } from '../posture/policy-file';
import type { Io } from './io';
import { UsageError } from './usage-error';

/** What --policy names; undefined without it. @throws UsageError when there is no such file; PolicyFileError */
export async function readPolicyFile(named: string | undefined, { cwd }: Pick<Io, 'cwd'>): Promise<Policy | undefined> {
  if (named === undefined) return undefined;
  const file = resolve(cwd, named);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The policy file cannot be read: ${why}. Name a JSON file with --policy.`);
  });
  return readPolicy(text, file);
}
