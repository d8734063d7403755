import type { Client, Pool } from '../pool';
import type { LocalService } from '../service';
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
 * The pool, client and user that an operation of sign-up or recovery names.
 * @throws ResourceNotFoundException for an unknown client, NotAuthorizedException for a missing or wrong secret hash.
 */
export function findRequestedUser(service: LocalService, request: AppRequest): RequestedUser {
  const { pool, client } = service.requireClient(request.ClientId);
  requireSecretHash(client, request.Username, request.SecretHash);
  return { pool, client, user: pool.users.find(request.Username) };
}

/** What those operations say of an unknown user to a client that does not mask user existence. */
export function unknownUser(): UserNotFoundException {
  return new UserNotFoundException('Username/client id combination not found.');
}
