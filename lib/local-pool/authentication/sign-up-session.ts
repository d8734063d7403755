import type { Client, Pool } from '../pool';
import type { User } from '../state/user';
import { NotAuthorizedException } from '../wire/exceptions';

/**
 * The session that leads from SignUp over ConfirmSignUp to a sign-in without a further factor; for clients of USER_AUTH
 * (developer guide, "Authentication flows", automatic sign-in).
 */
export function signUpSession(
  pool: Pool,
  client: Client,
  { username }: Pick<User, 'username'>,
  { confirmed }: { readonly confirmed: boolean },
): { readonly Session?: string } {
  if (!client.explicitAuthFlows.includes('ALLOW_USER_AUTH')) return {};
  return { Session: pool.signUps.issue({ clientId: client.id, username, confirmed }, client.authSessionSeconds) };
}

/** @throws NotAuthorizedException for a session that does not belong to this sign-up. */
export function requireSignUpSession(
  pool: Pool,
  client: Client,
  { username }: Pick<User, 'username'>,
  session: string,
): void {
  const signUp = pool.signUps.open(session, client.id);
  if (signUp.confirmed || signUp.username !== username)
    throw new NotAuthorizedException('Invalid session for the user.');
}
