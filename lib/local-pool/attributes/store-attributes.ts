import type { Pool } from '../pool';
import type { AttributeRecord } from '../schema/update-attributes';
import type { User } from '../state/user';

/** Replaces the attributes of a user, and ends the codes that went to an address or number that is another from now on. */
export function storeAttributes(pool: Pool, username: string, change: (latest: User) => AttributeRecord): void {
  const contacts = ['email', 'phone_number'] as const;
  pool.users.update(username, (latest) => {
    const { attributes, pendingAttributes } = change(latest);
    // What went to the old one must neither verify the new one nor confirm the user or reset the password.
    if (contacts.some((contact) => attributes[contact] !== latest.attributes[contact]))
      pool.codes.withdrawAllOf(username);
    for (const contact of contacts)
      if (pendingAttributes[contact] !== latest.pendingAttributes[contact])
        pool.codes.withdraw(username, `attribute:${contact}`);
    return { attributes, pendingAttributes };
  });
}
