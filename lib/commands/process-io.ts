import type { Io } from './io';

/** The process as a command sees it. */
export function processIo(process: NodeJS.Process, signal: AbortSignal): Io {
  const { stdout, stderr } = process;
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
