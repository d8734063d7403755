import type { CodeDelivery } from '../messages/code-delivery';
import { sendContactCode } from '../messages/send-contact-code';
import type { Pool } from '../pool';
import type { AttributeWriter } from '../schema/check-attributes';
import { deleteAttributes } from '../schema/delete-attributes';
import { updateAttributes, type AttributeRecord } from '../schema/update-attributes';
import type { VerifiableAttribute } from '../settings/pool-settings';
import { foldAttributes } from '../state/user-attributes';
import type { User } from '../state/user';
import { claimNames } from './claim-names';
import { storeAttributes } from './store-attributes';

interface Change {
  readonly pool: Pool;
  /** undefined where the request names no app client. */
  readonly clientId: string | undefined;
  readonly user: User;
  /** As the request has them; an empty value deletes. */
  readonly given: Readonly<Record<string, string>>;
  readonly writer: AttributeWriter;
  readonly clientMetadata: Readonly<Record<string, string>> | undefined;
}

/**
 * Writes attributes of a user. Each contact that changes unverified and that the pool verifies is sent a code; one that
 * must be verified first keeps its old value until then.
 * @returns where codes went.
 * @throws what the schema, another user's names or a trigger's failure mean; nothing is changed then.
 */
export async function changeAttributes(change: Change): Promise<readonly CodeDelivery[]> {
  const { pool, user } = change;
  const given = foldAttributes(pool, change.given);
  const { schema, requireVerificationBeforeUpdate: verifyFirst, autoVerifiedAttributes } = pool.settings;
  const update = (record: AttributeRecord) =>
    updateAttributes({ schema, verifyFirst, writer: change.writer }, record, given);
  const { unverified, ...wanted } = update(user);
  const values = { ...wanted.attributes, ...wanted.pendingAttributes };
  const claim = (): void => claimNames(pool, user.username, { ...values, ...stillUnverified(wanted) });
  claim();

  const apply = (): void => {
    // Another request may have taken a name while a trigger ran.
    claim();
    storeAttributes(pool, user.username, update);
  };
  const [first, ...others] = unverified.filter((contact) => autoVerifiedAttributes.includes(contact));
  const send = (contact: VerifiableAttribute, before?: () => void): Promise<CodeDelivery> =>
    sendContactCode({ ...change, kind: 'UpdateUserAttribute', contact, value: values[contact] ?? '' }, before);
  if (first === undefined) {
    apply();
    return [];
  }
  const deliveries = [await send(first, apply)];
  for (const contact of others) deliveries.push(await send(contact));
  return deliveries;
}

/** The flags of values that wait for their verification. */
function stillUnverified({ pendingAttributes }: AttributeRecord): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(pendingAttributes).map((contact) => [`${contact}_verified`, 'false']));
}

/**
 * Deletes attributes of a user.
 * @throws InvalidParameterException for attributes that every user must have, cannot lose or never had in this pool.
 */
export function removeAttributes(pool: Pool, { username }: User, names: readonly string[]): void {
  storeAttributes(pool, username, ({ attributes, pendingAttributes }) => ({
    attributes: deleteAttributes(pool.settings.schema, attributes, names),
    pendingAttributes: Object.fromEntries(Object.entries(pendingAttributes).filter(([name]) => !names.includes(name))),
  }));
}
