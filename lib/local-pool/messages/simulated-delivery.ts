import { createHmac } from 'node:crypto';
import type { Pool } from '../pool';
import { isEmailAddress, isPhoneNumber } from '../schema/check-attributes';
import type { CodePurpose } from '../state/codes';
import { codeDelivery, type CodeDelivery } from './code-delivery';
import type { Destination, Medium } from './destination';

/**
 * What a client that masks user existence is told for a name that gets no message: a delivery like any other, the same
 * each time for that name (developer guide, "Managing user existence error responses"). A code is made that nobody
 * learns, so that confirming with any code looks the same too.
 */
export function simulateDelivery(pool: Pool, name: string, purpose: CodePurpose): CodeDelivery {
  pool.codes.issue(codeOwner(pool, name), purpose);
  return codeDelivery(simulatedDestination(pool, name));
}

/**
 * Refuses a code for such a name as a wrong one is refused.
 * @throws CodeMismatchException, or ExpiredCodeException when none was asked for.
 */
export function refuseSimulatedCode(pool: Pool, name: string, purpose: CodePurpose): never {
  return pool.codes.refuse(codeOwner(pool, name), purpose);
}

function codeOwner(pool: Pool, name: string): string {
  return pool.users.find(name)?.username ?? pool.users.fold(name);
}

/** A name that could be a contact stands for itself; where users have verified phone numbers, these go first. */
function simulatedDestination(pool: Pool, name: string): Destination {
  const folded = pool.users.fold(name);
  if (isEmailAddress(folded)) return { medium: 'EMAIL', address: folded };
  if (isPhoneNumber(folded)) return { medium: 'SMS', address: folded };
  return simulatedContact(pool, name, pool.settings.autoVerifiedAttributes.includes('phone_number') ? 'SMS' : 'EMAIL');
}

/** A contact of that kind for a name: the name itself if it is one, else an invented one, the same each time. */
export function simulatedContact(pool: Pool, name: string, medium: Medium): Destination {
  const folded = pool.users.fold(name);
  if (medium === 'EMAIL' ? isEmailAddress(folded) : isPhoneNumber(folded)) return { medium, address: folded };
  // Keyed with what only this pool knows: who has the name cannot tell that the contact is not a real one.
  const bytes = createHmac('sha256', pool.simulationKey).update(folded).digest();
  if (medium === 'SMS')
    return { medium, address: `+${[...bytes.subarray(0, inventedDigits)].map((byte) => byte % 10).join('')}` };
  const [local = 0, domain = 0] = bytes;
  return { medium, address: `${letter(local)}@${letter(domain)}` };
}

/** As many digits as most phone numbers have, country code included. */
const inventedDigits = 11;

function letter(byte: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + (byte % 26));
}
