import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { assemblyVariable } from './assembly-variable';

/** Removes what global-setup.ts made. */
export default async function globalTeardown(): Promise<void> {
  const directory = process.env[assemblyVariable];
  if (directory !== undefined) await rm(dirname(directory), { recursive: true, force: true });
}
