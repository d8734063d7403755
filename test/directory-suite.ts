import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const suite = 'all.suite.ts';

/**
 * Runs the test files of a directory, and of those under it that have no suite of their own, as if they were one. Jest
 * loads every module anew for each file that it runs, which takes longer than the tests of most files. A file that is
 * named on the command line runs alone (jest.config.mjs).
 */
export function runTogether(directory: string): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const file = join(directory, entry.name);
    if (entry.name.endsWith('.test.ts')) describe(entry.name, () => void jest.requireActual(file));
    else if (entry.isDirectory() && !existsSync(join(file, suite))) describe(entry.name, () => runTogether(file));
  }
}
