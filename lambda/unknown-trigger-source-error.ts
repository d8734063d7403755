import { TriggerError } from './trigger-error';

/**
 * Cognito called with a trigger source that the handler does not know, so nobody has decided what to do there.
 * The parameter is `never`: a source that is documented and not handled does not compile.
 */
export class UnknownTriggerSourceError extends TriggerError {
  override readonly name = 'UnknownTriggerSourceError';

  constructor(triggerSource: never) {
    super('The trigger source is not one that this handler knows', { triggerSource: String(triggerSource) });
  }
}
