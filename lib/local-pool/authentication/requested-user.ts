import type { Client, Pool } from '../pool';
import type { LocalService } from '../service';
import type { LimitedAttempt } from '../state/attempt-limits';
import type { User } from '../state/user';
import { UserNotFoundException } from '../wire/exceptions';
import { requireSecretHash } from './secret-hash';

interface AppRequest {
  readonly ClientId: string;
  readonly Username: string;
  readonly SecretHash?: string | undefined;
}

/** Whom an app's request without a token is about. */
interface RequestedUser {
  readonly pool: Pool;
  readonly client: Client;
  /** undefined: the pool has no user of that name. */
  readonly user: User | undefined;
}

/**
 * The pool, client and user that an operation of sign-up or recovery names. The request counts for that user, and for a
 * name that nobody has where the client must not learn so.
 * @throws ResourceNotFoundException for an unknown client, NotAuthorizedException for a missing or wrong secret hash,
 * LimitExceededException for one request too many.
 */
export function findRequestedUser(service: LocalService, request: AppRequest, attempt: LimitedAttempt): RequestedUser {
  const { pool, client } = service.requireClient(request.ClientId);
  requireSecretHash(client, request.Username, request.SecretHash);
  const user = pool.users.find(request.Username);
  if (user !== undefined || client.preventUserExistenceErrors)
    pool.attemptLimits.count(attempt, pool.users.keyOf(request.Username));
  return { pool, client, user };
}

/** What those operations say of an unknown user to a client that does not mask user existence. */
export function unknownUser(): UserNotFoundException {
  return new UserNotFoundException('Username/client id combination not found.');
}
