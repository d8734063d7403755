import { ExpectationError } from './expectation-error';
import type { Refusal } from './refusals';

/**
 * Runs a call that the service must refuse in that way.
 *
 * @param what what must be refused, as a noun
 * @throws ExpectationError when it is accepted, or refused for another reason; any other error of the call as it is
 */
export async function expectRefusal(
  { exception, message }: Refusal,
  what: string,
  call: () => Promise<unknown>,
): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof Error && error.name === exception)) throw error;
    if (message?.test(error.message) ?? true) return;
    throw new ExpectationError(
      `The service refused ${what} with ${exception}: ${error.message} Expected a message with ${message?.source ?? ''}.`,
      { cause: error },
    );
  }
  throw new ExpectationError(`The service accepted ${what}; expected ${exception}.`);
}
