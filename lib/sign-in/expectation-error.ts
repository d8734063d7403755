/** The service answered, but not as the template promises. The message never holds a secret. */
export class ExpectationError extends Error {
  override readonly name = 'ExpectationError';
}

/** @throws ExpectationError unless the value is there */
export function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new ExpectationError(`The answer has no ${what}.`);
  return value;
}
