/** A state file that cannot be used; nothing in it was changed. No value of it is in the message. */
export class StateFileError extends Error {
  override readonly name = 'StateFileError';

  /** @param problem what was found, what is expected and what to do, as sentences */
  constructor(file: string, problem: string, options?: ErrorOptions) {
    super(`${file}: ${problem}`, options);
  }
}

/** What the system said of a file, for messages: its code (ENOSPC) where it has one. */
export function fileErrorCode(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error) return String(error.code);
  return error instanceof Error ? error.message : String(error);
}
