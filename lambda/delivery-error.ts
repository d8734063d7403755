import { TriggerError } from './trigger-error';

/** A message could not be sent. The facts have the reason and the user by their user name, never an address or a code. */
export class DeliveryError extends TriggerError {
  override readonly name = 'DeliveryError';
}

/** Waits for a call to a messaging service. @throws DeliveryError with the service's exception name */
export async function delivered(call: Promise<unknown>, userName: string): Promise<void> {
  try {
    await call;
  } catch (error) {
    const reason = error instanceof Error ? error.name : typeof error;
    throw new DeliveryError('The message could not be sent', { reason, userName });
  }
}
