import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { projectRoot } from '../lib/commands/project-root';
import { callApi } from './api-client';

/**
 * Milliseconds from the start of `userpool local`, as `npm run build` makes it, to its first answer.
 *
 * @param assembly a synthesized cloud assembly
 * @throws Error when it ends before
 */
export async function startUp(assembly: string): Promise<number> {
  const script = join(projectRoot, 'dist', 'bin', 'userpool.js');
  const began = performance.now();
  const child = spawn(process.execPath, [script, 'local', '--assembly', assembly, '--env', 'dev', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    for await (const line of createInterface(child.stdout)) {
      const [origin] = /http:\/\/localhost:\d+/.exec(line) ?? [];
      if (origin === undefined) continue;
      await callApi(origin, 'ListUserPools', { MaxResults: 1 });
      return performance.now() - began;
    }
    throw new Error('userpool local ended without telling its address');
  } finally {
    const gone = child.exitCode === null ? once(child, 'exit') : undefined;
    child.kill();
    await gone;
  }
}
