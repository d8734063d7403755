import { TriggerError } from '../trigger-error';

/** A step of a rotation that cannot be taken as things stand. Secrets Manager calls again; the facts say what is in the way. */
export class RotationError extends TriggerError {
  override readonly name = 'RotationError';
}
