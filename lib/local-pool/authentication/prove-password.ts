import { hasPassword } from '../passwords/set-password';
import type { Client, Pool } from '../pool';
import { triggerAttributes } from '../state/user-attributes';
import type { User } from '../state/user';
import { preAuthentication } from '../triggers/pre-authentication';
import { NotAuthorizedException, UserNotFoundException } from '../wire/exceptions';
import { requireEnabled, requirePasswordInForce } from './account-state';
import { migrateAtSignIn } from './migrate-user';

interface PasswordAttempt {
  readonly pool: Pool;
  readonly client: Client;
  /** As the client typed it: stored username or sign-in e-mail address. */
  readonly name: string;
  readonly password: string;
  /** The ClientMetadata of InitiateAuth: PreAuthentication and UserMigration see it as validationData. */
  readonly validationData: Readonly<Record<string, string>>;
}

/**
 * The password as first factor, in the service's order: user (migrated if absent), state, PreAuthentication, password.
 * @returns the user whose password it is.
 * @throws the service's refusal; where the client masks user existence, an unknown user looks like a wrong password.
 */
export async function provePassword(attempt: PasswordAttempt): Promise<User> {
  const { pool, client, name, password, validationData } = attempt;
  const user = pool.users.find(name) ?? (await migrateAtSignIn(attempt));
  if (user === undefined) return refuseUnknown(attempt);
  if (!client.preventUserExistenceErrors) requireEnabled(user);
  requirePasswordInForce(user);
  await preAuthentication(
    { pool, clientId: client.id },
    { username: user.username, attributes: triggerAttributes(user), validationData, userNotFound: false },
  );
  // The trigger may take seconds: what happened to the user meanwhile counts.
  const current = pool.users.latest(user);
  if (current === undefined || !hasPassword(pool, current, password))
    throw new NotAuthorizedException('Incorrect username or password.');
  requireEnabled(current);
  requirePasswordInForce(current);
  const { temporaryPasswordExpires } = current;
  if (temporaryPasswordExpires !== undefined && temporaryPasswordExpires <= pool.clock.now())
    throw new NotAuthorizedException('Temporary password has expired and must be reset by an administrator.');
  return current;
}

/** PreAuthentication runs for an unknown user too where existence is masked (developer guide, "Managing error responses"). */
async function refuseUnknown({ pool, client, name, validationData }: PasswordAttempt): Promise<never> {
  if (!client.preventUserExistenceErrors) throw new UserNotFoundException('User does not exist.');
  await preAuthentication(
    { pool, clientId: client.id },
    { username: name, attributes: {}, validationData, userNotFound: true },
  );
  throw new NotAuthorizedException('Incorrect username or password.');
}
