import type { Pool } from '../pool';
import { features } from '../settings/features';
import { NotSimulatedException } from '../wire/exceptions';

/**
 * The e-mail address that a sign-up code goes to; undefined when the pool verifies nothing that the user gave.
 * @throws NotSimulatedException where it would be a phone number: it goes first when both can be verified (developer
 * guide, "Verifying contact information at sign-up").
 */
export function verificationAddress(pool: Pool, attributes: Readonly<Record<string, string>>): string | undefined {
  const given = pool.settings.autoVerifiedAttributes.filter((name) => (attributes[name] ?? '') !== '');
  if (given.includes('phone_number')) throw new NotSimulatedException(features.sms.name);
  return given.includes('email') ? attributes['email'] : undefined;
}
