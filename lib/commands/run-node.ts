import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

export interface NodeRun {
  /** Arguments of node: its options, the script, the script's arguments. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal | undefined;
}

export interface NodeResult {
  /** undefined: ended by a signal. */
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a script with this very Node in a process of its own and waits for its end, and for the end of what it has
 * started: nobody writes to a file any more when this returns or throws.
 *
 * @throws AbortError when the signal is aborted; the process is ended with SIGTERM
 */
export async function runNode({ args, cwd, env, signal }: NodeRun): Promise<NodeResult> {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal && { signal }),
  });
  let failure: Error | undefined;
  child.on('error', (error) => (failure = error));
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  // The streams end with the last process that holds them.
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  if (failure !== undefined) throw failure;
  return { exitCode: exitCode ?? undefined, stdout, stderr };
}
