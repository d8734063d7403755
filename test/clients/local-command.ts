import { ok } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** `npm run local` as it runs beside a program. */
export interface LocalCommand {
  /** What it printed under that name, for instance its endpoint. */
  fact(name: string): string;
  /** Ctrl-C. */
  stop(): Promise<void>;
}

/** Starts the pool of `dev` and reads from its own words where it is. */
export async function startLocalCommand(): Promise<LocalCommand> {
  const child = spawn(process.execPath, ['-r', 'ts-node/register', 'bin/userpool.ts', 'local', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const facts = new Map<string, string>();
  for await (const line of createInterface({ input: child.stdout })) {
    const [, name, value] = /^ {2}(\S.*?) {2,}(\S+)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) facts.set(name, value);
    if (line.startsWith('Users and messages are kept')) break;
  }
  child.stdout.resume();
  return {
    fact(name) {
      const value = facts.get(name);
      ok(value, `npm run local did not print "${name}"`);
      return value;
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      await ended;
    },
  };
}
