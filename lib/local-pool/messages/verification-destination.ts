import type { Pool } from '../pool';
import { contactIn, type Destination } from './destination';

/**
 * Where a sign-up code goes; undefined when the pool verifies nothing that the user gave. A phone number goes first when
 * both can be verified (developer guide, "Verifying contact information at sign-up").
 */
export function verificationDestination(
  { settings: { autoVerifiedAttributes } }: Pool,
  attributes: Readonly<Record<string, string>>,
): Destination | undefined {
  const [first] = (['phone_number', 'email'] as const)
    .filter((name) => autoVerifiedAttributes.includes(name))
    .flatMap((name) => contactIn(name, attributes) ?? []);
  return first;
}
