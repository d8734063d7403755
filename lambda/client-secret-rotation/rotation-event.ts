import type { SecretsManagerRotationEvent } from 'aws-lambda';
import type { Step } from './decide';
import type { RetireEvent, Settings } from './environment';
import { RotationError } from './rotation-error';

export type RotationEvent = SecretsManagerRotationEvent | RetireEvent;

/**
 * The step that an event asks for. The id of the version comes as ClientRequestToken.
 *
 * @throws RotationError for another secret than the one that the function is for
 */
export function stepOf(event: RotationEvent, { secretArn }: Pick<Settings, 'secretArn'>): Step {
  if (event.SecretId !== secretArn) {
    throw new RotationError('The function rotates one secret, and this is another one', { secretArn: event.SecretId });
  }
  switch (event.Step) {
    case 'createSecret':
    case 'setSecret':
    case 'testSecret':
    case 'finishSecret':
      return { kind: event.Step, version: event.ClientRequestToken };
    case 'retireSecret':
      return { kind: 'retireSecret' };
    default:
      throw unknownStep(event);
  }
}

/** Whatever the compiler knows: another step would be done by guessing. */
function unknownStep(event: never): RotationError {
  return new RotationError('The step of the event is unknown', { step: JSON.stringify((event as RotationEvent).Step) });
}
