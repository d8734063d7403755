import type { Client, Pool } from '../pool';
import { triggerAttributes } from '../state/user-attributes';
import type { User } from '../state/user';
import { preAuthentication } from '../triggers/pre-authentication';
import { NotAuthorizedException, UserNotFoundException } from '../wire/exceptions';
import { requireEnabled, requirePasswordInForce } from './account-state';

/** A sign-in that has proved nothing yet. */
export interface FirstFactorRequest {
  readonly pool: Pool;
  readonly client: Client;
  /** As the client typed it: stored username or sign-in e-mail address. */
  readonly name: string;
  /** The ClientMetadata of InitiateAuth: PreAuthentication sees it as validationData. */
  readonly validationData: Readonly<Record<string, string>>;
}

/**
 * Lets a user come as far as the password: the lock after wrong ones, the state that keeps people out whatever they know,
 * then PreAuthentication.
 * @returns the user as it stands after the trigger, which may take seconds; undefined when deleted meanwhile.
 * @throws the service's refusal
 */
export async function admitUser(request: Omit<FirstFactorRequest, 'name'>, user: User): Promise<User | undefined> {
  request.pool.failedPasswords.requireUnlocked(user.username);
  return admitAccount(request, user);
}

/** The same where no password is asked, which wrong passwords do not lock. */
export async function admitAccount(
  { pool, client, validationData }: Omit<FirstFactorRequest, 'name'>,
  user: User,
): Promise<User | undefined> {
  if (!client.preventUserExistenceErrors) requireEnabled(user);
  requirePasswordInForce(user);
  return runPreAuthentication({ pool, client, validationData }, user);
}

/** PreAuthentication alone, for a sign-in that judges the state of the user in its own way. */
export async function runPreAuthentication(
  { pool, client, validationData }: Omit<FirstFactorRequest, 'name'>,
  user: User,
): Promise<User | undefined> {
  await preAuthentication(
    { pool, clientId: client.id },
    {
      username: user.username,
      attributes: triggerAttributes(user),
      validationData,
      userNotFound: client.preventUserExistenceErrors ? false : undefined,
    },
  );
  return pool.users.latest(user);
}

/**
 * Lets a name that nobody has come as far as the password, like a user.
 * @throws see admitNoAccount; NotAuthorizedException while the name is locked.
 */
export async function admitNobody(request: FirstFactorRequest): Promise<void> {
  const { pool, client, name } = request;
  requireMasked(client);
  pool.failedPasswords.requireUnlocked(pool.users.keyOf(name));
  await admitNoAccount(request);
}

/**
 * The same where no password is asked. PreAuthentication runs without a user too where existence is masked (developer
 * guide, "Managing user existence error responses").
 * @throws UserNotFoundException where it is not masked, or what the trigger's failure means.
 */
export async function admitNoAccount({ pool, client, name, validationData }: FirstFactorRequest): Promise<void> {
  requireMasked(client);
  await preAuthentication(
    { pool, clientId: client.id },
    { username: name, attributes: {}, validationData, userNotFound: true },
  );
}

function requireMasked({ preventUserExistenceErrors }: Client): void {
  if (!preventUserExistenceErrors) throw new UserNotFoundException('User does not exist.');
}

/**
 * What is held against a user whose password was right.
 * @throws NotAuthorizedException for a disabled user or an expired temporary password, and see requirePasswordInForce.
 */
export function requirePasswordUsable(pool: Pool, user: User): void {
  requireEnabled(user);
  requirePasswordInForce(user);
  const { temporaryPasswordExpires } = user;
  if (temporaryPasswordExpires !== undefined && temporaryPasswordExpires <= pool.clock.now())
    throw new NotAuthorizedException('Temporary password has expired and must be reset by an administrator.');
}

/** One refusal for a wrong password, a wrong claim, an unknown user and whatever must look like them. */
export function incorrectCredentials(): NotAuthorizedException {
  return new NotAuthorizedException('Incorrect username or password.');
}
