import type { Io } from '../../lib/commands/io';

/** An Io that keeps what a command writes. */
export function capturedIo(
  settings: Partial<Io> = {},
): Io & { readonly written: string[]; readonly problems: string[] } {
  const written: string[] = [];
  const problems: string[] = [];
  return {
    out: (text) => written.push(text),
    err: (text) => problems.push(text),
    env: process.env,
    cwd: process.cwd(),
    isTerminal: false,
    columns: 80,
    ...settings,
    written,
    problems,
  };
}
