import type { Io } from './io';

/** The process as a command sees it. */
export function processIo(process: NodeJS.Process, signal: AbortSignal): Io {
  const { stdout, stderr } = process;
  for (const stream of [stdout, stderr]) stream.on('error', ignoreClosedPipe);
  return {
    out: (text) => stdout.write(`${text}\n`),
    err: (text) => stderr.write(`${text}\n`),
    env: process.env,
    cwd: process.cwd(),
    isTerminal: stdout.isTTY && stderr.isTTY,
    columns: stdout.isTTY ? stdout.columns : 80,
    signal,
  };
}

/** A reader that has gone away, such as `head`, wants no more; that is no fault. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/**
 * Ends the process once what it has printed is out: a pipe takes 64 KB at a time, and what waits behind them would be lost.
 */
export async function exitWhenWritten(process: NodeJS.Process, exitCode: number): Promise<void> {
  const { stdout, stderr } = process;
  await Promise.all(
    [stdout, stderr].map(
      (stream) =>
        new Promise<void>((resolve) => {
          stream.write('', () => resolve());
        }),
    ),
  );
  process.exit(exitCode);
}
