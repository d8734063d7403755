import type { Pool } from '../pool';
import { triggerAttributes } from '../state/user-attributes';
import type { User } from '../state/user';
import { postConfirmation } from '../triggers/post-confirmation';
import { NotAuthorizedException } from '../wire/exceptions';

/** @throws NotAuthorizedException for a user that is past sign-up. */
export function requireUnconfirmed({ status }: User): void {
  if (status !== 'UNCONFIRMED')
    throw new NotAuthorizedException(`User cannot be confirmed. Current status is ${status}`);
}

/**
 * Ends a user's sign-up and tells PostConfirmation.
 * @param clientId undefined where the request names no app client.
 * @param verified the attributes that this proves, as `*_verified` flags.
 * @throws what the trigger's failure means; the user is confirmed all the same.
 */
export async function confirmUser(
  pool: Pool,
  clientId: string | undefined,
  { username }: User,
  verified: Readonly<Record<string, 'true'>>,
  clientMetadata: Readonly<Record<string, string>> | undefined,
): Promise<void> {
  pool.codes.withdraw(username, 'sign-up');
  const confirmed = pool.users.update(username, ({ attributes }) => ({
    status: 'CONFIRMED',
    attributes: { ...attributes, ...verified },
  }));
  if (confirmed === undefined) return;
  await postConfirmation(
    { pool, clientId },
    {
      source: 'PostConfirmation_ConfirmSignUp',
      username,
      attributes: triggerAttributes(confirmed),
      clientMetadata,
    },
  );
}
