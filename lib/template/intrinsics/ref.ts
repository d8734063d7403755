import type { Call } from '../scope';
import { invalidCall } from '../token-building';
import type { Value } from '../value';

/** `{ "Ref": name }` */
export function ref(call: Call): Value | undefined {
  if (typeof call.argument !== 'string') return invalidCall(call, 'takes the name of a parameter or resource');
  return call.scope.ref(call.argument);
}
