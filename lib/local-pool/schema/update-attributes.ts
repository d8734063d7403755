import type { AttributeSchema, VerifiableAttribute } from '../settings/pool-settings';
import { checkAttributes } from './check-attributes';
import { deleteAttributes } from './delete-attributes';

type Attributes = Readonly<Record<string, string>>;

interface AttributeUpdate {
  readonly attributes: Attributes;
  /** Contacts that changed and are not verified any more. */
  readonly unverified: readonly VerifiableAttribute[];
}

const contacts: readonly VerifiableAttribute[] = ['email', 'phone_number'];

/**
 * What an administrator's update makes of a user's attributes. An empty value deletes; a changed contact is unverified
 * unless its flag is given too (API_AdminUpdateUserAttributes).
 * @throws InvalidParameterException for what the schema does not allow.
 */
export function updateAttributes(
  schema: readonly AttributeSchema[],
  current: Attributes,
  given: Attributes,
): AttributeUpdate {
  const entries = Object.entries(given);
  const written = Object.fromEntries(entries.filter(([, value]) => value !== ''));
  const deleted = entries.filter(([, value]) => value === '').map(([name]) => name);
  checkAttributes(schema, written, { writer: 'administrator', demand: 'none', updating: true });
  const unverified = contacts.filter(
    (name) => written[name] !== undefined && written[name] !== current[name] && written[`${name}_verified`] !== 'true',
  );
  return {
    attributes: {
      ...deleteAttributes(schema, current, deleted),
      ...written,
      ...Object.fromEntries(unverified.map((name) => [`${name}_verified`, 'false'])),
    },
    unverified,
  };
}
