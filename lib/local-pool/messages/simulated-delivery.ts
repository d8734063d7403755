import { createHmac } from 'node:crypto';
import type { Pool } from '../pool';
import { isEmailAddress } from '../schema/check-attributes';
import type { CodePurpose } from '../state/codes';
import { emailDelivery, type CodeDelivery } from './code-delivery';

/**
 * What a client that masks user existence is told for a name that gets no message: a delivery like any other, the same
 * each time for that name (developer guide, "Managing user existence error responses"). A code is made that nobody
 * learns, so that confirming with any code looks the same too.
 */
export function simulateDelivery(pool: Pool, name: string, purpose: CodePurpose): CodeDelivery {
  const folded = pool.users.fold(name);
  pool.codes.issue(codeOwner(pool, name), purpose);
  return emailDelivery(isEmailAddress(folded) ? folded : inventedAddress(pool, folded));
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

/** Keyed with what only this pool knows: who has the name cannot tell that the address is not a real one. */
function inventedAddress(pool: Pool, name: string): string {
  const [local = 0, domain = 0] = createHmac('sha256', pool.simulationKey).update(name).digest();
  return `${letter(local)}@${letter(domain)}`;
}

function letter(byte: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + (byte % 26));
}
