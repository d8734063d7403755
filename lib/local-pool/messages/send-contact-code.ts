import type { Pool } from '../pool';
import type { VerifiableAttribute } from '../settings/pool-settings';
import type { User } from '../state/user';
import { InvalidParameterException } from '../wire/exceptions';
import type { CodeDelivery } from './code-delivery';
import { contactIn } from './destination';
import { sendMessage } from './send-message';

interface ContactCode {
  readonly pool: Pool;
  /** undefined where the request names no app client. */
  readonly clientId: string | undefined;
  readonly kind: 'UpdateUserAttribute' | 'VerifyUserAttribute';
  readonly user: User;
  readonly contact: VerifiableAttribute;
  /** Where the code goes: the value that it proves; empty for a contact that the user does not have. */
  readonly value: string;
  readonly clientMetadata: Readonly<Record<string, string>> | undefined;
}

/**
 * Sends a code that proves a contact of a user to that very contact.
 * @param before called when the trigger has run and before the code is made.
 * @throws InvalidParameterException for a contact that the user does not have, and what the trigger's failure or
 * `before` means; no code is made then.
 */
export async function sendContactCode(request: ContactCode, before?: () => void): Promise<CodeDelivery> {
  const { pool, clientId, kind, user, contact, value, clientMetadata } = request;
  const verified = value === user.attributes[contact] ? user.attributes[`${contact}_verified`] : 'false';
  const attributes = { ...user.attributes, [contact]: value, [`${contact}_verified`]: verified ?? 'false' };
  const to = contactIn(contact, attributes);
  if (to === undefined) throw new InvalidParameterException(`User does not have an attribute ${contact} to verify.`);
  const letter = { pool, clientId, kind, user: { ...user, attributes }, to, clientMetadata };
  return sendMessage(letter, () => {
    before?.();
    const latest = pool.users.latest(user);
    // A trigger takes seconds: the code must not prove what another request wrote meanwhile.
    if ((latest?.pendingAttributes[contact] ?? latest?.attributes[contact]) !== value)
      throw new InvalidParameterException(`The attribute ${contact} was changed by another request meanwhile.`);
    return pool.codes.issue(user.username, `attribute:${contact}`);
  });
}
