/** The command was called in a way that it does not take. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
