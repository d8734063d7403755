import type { SigningKeys } from '../local-pool/tokens/signing-keys';

/** What a command reads and writes: the process for bin/userpool.ts, plain values for a test. */
export interface Io {
  /** Writes a line of the result; a line end is added. */
  out(text: string): void;
  /** Writes a line about the way there: progress, problems. A line end is added. */
  err(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The directory that relative paths start from. */
  readonly cwd: string;
  readonly isTerminal: boolean;
  /** Width of the terminal in characters. */
  readonly columns: number;
  /** Aborted when the user presses Ctrl-C; absent where nobody can. */
  readonly signal?: AbortSignal;
  /** Keys for the tokens of a local pool, which otherwise makes its own. */
  readonly signingKeys?: Promise<SigningKeys> | undefined;
}
