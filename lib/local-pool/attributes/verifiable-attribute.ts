import type { VerifiableAttribute } from '../settings/pool-settings';
import { InvalidParameterException } from '../wire/exceptions';

/** @throws InvalidParameterException for an attribute that no code can prove. */
export function requireVerifiable(name: string): VerifiableAttribute {
  if (name === 'email' || name === 'phone_number') return name;
  throw new InvalidParameterException('Invalid attribute name. Only phone_number and email can be verified.');
}
