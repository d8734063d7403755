import { ServiceException } from '../../lib/local-pool/wire/exceptions';

interface Refusal {
  readonly type: string;
  readonly message: string;
}

/** The exception that `action` ends in, as the wire would show it; fails the test when there is none. */
export async function refusalOf(action: Promise<unknown> | (() => unknown)): Promise<Refusal> {
  try {
    await (typeof action === 'function' ? action() : action);
  } catch (error) {
    if (error instanceof ServiceException) return { type: error.type, message: error.message };
    throw error;
  }
  throw new Error('It was not refused.');
}

/** The same for expectations: `expect(await refusalOf(...)).toEqual(refusal('CodeMismatchException', '...'))`. */
export function refusal(type: string, message: string): Refusal {
  return { type, message };
}
