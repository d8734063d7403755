import type { AttributeSchema, VerifiableAttribute } from '../settings/pool-settings';
import { checkAttributes, requireWritable, type AttributeWriter } from './check-attributes';
import { deleteAttributes } from './delete-attributes';

type Attributes = Readonly<Record<string, string>>;

/** What a user's record holds of attributes. */
export interface AttributeRecord {
  readonly attributes: Attributes;
  /** New values of contacts that wait for their verification; the old ones count until then. */
  readonly pendingAttributes: Attributes;
}

interface UpdateRules {
  readonly schema: readonly AttributeSchema[];
  readonly writer: AttributeWriter;
  /** Contacts whose old value stays until the new one is verified (AttributesRequireVerificationBeforeUpdate). */
  readonly verifyFirst: readonly VerifiableAttribute[];
}

interface AttributeUpdate extends AttributeRecord {
  /** Contacts that are given anew and not verified, waiting ones among them. */
  readonly unverified: readonly VerifiableAttribute[];
}

const contacts: readonly VerifiableAttribute[] = ['email', 'phone_number'];

/**
 * What an update makes of a user's attributes. An empty value deletes; a changed contact is unverified unless its flag is
 * given too, which only an administrator can (API_UpdateUserAttributes, API_AdminUpdateUserAttributes).
 * @throws InvalidParameterException for what the schema does not allow, NotAuthorizedException for what the client may
 * not write.
 */
export function updateAttributes(rules: UpdateRules, current: AttributeRecord, given: Attributes): AttributeUpdate {
  const { schema, writer, verifyFirst } = rules;
  requireWritable(writer, Object.keys(given));
  const entries = Object.entries(given);
  const written = Object.fromEntries(entries.filter(([, value]) => value !== ''));
  const deleted = entries.filter(([, value]) => value === '').map(([name]) => name);
  checkAttributes(schema, written, { writer, demand: 'none', updating: true });
  const unverified = contacts.filter(
    (name) =>
      written[name] !== undefined &&
      written[name] !== current.attributes[name] &&
      written[`${name}_verified`] !== 'true',
  );
  const waiting = unverified.filter((name) => verifyFirst.includes(name));
  const atOnce = unverified.filter((name) => !waiting.includes(name));
  return {
    attributes: {
      ...deleteAttributes(schema, current.attributes, deleted),
      ...without(
        written,
        waiting.flatMap((name) => [name, `${name}_verified`]),
      ),
      ...Object.fromEntries(atOnce.map((name) => [`${name}_verified`, 'false'])),
    },
    pendingAttributes: {
      // The last value that was asked for is the one that counts.
      ...without(current.pendingAttributes, Object.keys(given)),
      ...Object.fromEntries(waiting.map((name) => [name, written[name] ?? ''])),
    },
    unverified,
  };
}

/** The attributes once `contact` is verified: a value that waited for it takes the place of the old one. */
export function verifyContact(current: AttributeRecord, contact: VerifiableAttribute): AttributeRecord {
  const { [contact]: value = current.attributes[contact], ...pendingAttributes } = current.pendingAttributes;
  if (value === undefined) return current;
  return {
    attributes: { ...current.attributes, [contact]: value, [`${contact}_verified`]: 'true' },
    pendingAttributes,
  };
}

function without(attributes: Attributes, names: readonly string[]): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)));
}
