import type { Io } from '../../lib/commands/io';
import { signingKeys } from '../local-pool/signing-keys';

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
    signingKeys,
    ...settings,
    written,
    problems,
  };
}
