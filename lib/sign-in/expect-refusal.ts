import { ExpectationError } from './expectation-error';

/**
 * Runs a call that the service must refuse with that exception.
 *
 * @param what what must be refused, as a noun
 * @throws ExpectationError when it is accepted; any other error of the call as it is
 */
export async function expectRefusal(exception: string, what: string, call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (error instanceof Error && error.name === exception) return;
    throw error;
  }
  throw new ExpectationError(`The service accepted ${what}; expected ${exception}.`);
}
