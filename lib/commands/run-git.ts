import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';

export interface GitResult {
  /** undefined: ended by a signal. */
  readonly exitCode: number | undefined;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs git in the project and waits for its end. @param input what it reads from its standard input */
export type Git = (args: readonly string[], input?: string) => Promise<GitResult>;

/** The git of this machine, in that directory. It throws what spawn does where there is none (ENOENT). */
export function gitIn(cwd: string, env: Readonly<Record<string, string | undefined>>, signal?: AbortSignal): Git {
  return async (args, input = '') => {
    const child = spawn('git', args, {
      cwd,
      // Messages are shown to people as git words them in English; nothing asks at the terminal.
      env: { ...env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' },
      stdio: 'pipe',
      ...(signal && { signal }),
    });
    let failure: Error | undefined;
    child.on('error', (error) => (failure = error));
    // git may end before it has read everything, and says why by its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
    const [stdout, stderr, exitCode] = await Promise.all([buffer(child.stdout), buffer(child.stderr), closed]);
    if (failure !== undefined) throw failure;
    return { exitCode: exitCode ?? undefined, stdout, stderr: stderr.toString('utf8') };
  };
}
