import { claimNames } from '../attributes/claim-names';
import type { Client, Pool } from '../pool';
import { checkAttributes } from '../schema/check-attributes';
import { newUserIdentity } from '../state/new-user';
import type { User } from '../state/user';
import { firstPassword } from '../passwords/set-password';
import { userMigration, type MigratedUser } from '../triggers/user-migration';
import { NotAuthorizedException } from '../wire/exceptions';

interface Migration {
  readonly pool: Pool;
  readonly client: Client;
  readonly name: string;
  readonly validationData?: Readonly<Record<string, string>>;
  readonly clientMetadata?: Readonly<Record<string, string>>;
}

/**
 * Asks the migration trigger about a user that the pool does not have, at a password sign-in.
 * @returns the new user, or undefined when the pool has no such trigger.
 */
export async function migrateAtSignIn(attempt: Migration & { readonly password: string }): Promise<User | undefined> {
  const { pool, client, name, password, validationData = {} } = attempt;
  const migrated = await userMigration(
    { pool, clientId: client.id },
    { source: 'UserMigration_Authentication', username: name, password, validationData, clientMetadata: {} },
  );
  return migrated === undefined ? undefined : create(attempt, migrated, password);
}

/** The same at ForgotPassword, where no password is known. */
export async function migrateAtForgotPassword(attempt: Migration): Promise<User | undefined> {
  const { pool, client, name, clientMetadata = {} } = attempt;
  const migrated = await userMigration(
    { pool, clientId: client.id },
    { source: 'UserMigration_ForgotPassword', username: name, validationData: {}, clientMetadata },
  );
  return migrated === undefined ? undefined : create(attempt, migrated, undefined);
}

/**
 * The migrated user keeps the password that was just typed, without a policy check (developer guide, "Migrate user Lambda
 * trigger"). Two sign-ins at once create one user.
 */
function create({ pool, name }: Migration, migrated: MigratedUser, password: string | undefined): User {
  const existing = pool.users.find(name);
  if (existing !== undefined) return existing;
  const { username, sub, attributes } = newUserIdentity(pool, name, migrated.attributes);
  checkAttributes(pool.settings.schema, attributes, { writer: 'administrator', demand: 'none' });
  claimNames(pool, username, attributes, {
    force: migrated.forceAliasCreation,
    // No operation with this trigger declares AliasExistsException.
    refuse: (attribute) => new NotAuthorizedException(`An account with the given ${attribute} already exists.`),
  });
  return pool.users.add({
    ...(migrated.enableSmsMfa && { mfa: { enabled: ['SMS_MFA'], preferred: undefined } }),
    username,
    sub,
    attributes,
    status: migrated.finalStatus,
    ...(password !== undefined && firstPassword(pool, username, password, { temporary: false })),
  });
}
