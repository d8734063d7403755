import { decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose';
import type { Client, Pool } from './pool';
import type { User } from './state/user';
import type { TokenFamily } from './tokens/token-families';
import {
  NotAuthorizedException,
  ResourceNotFoundException,
  UserNotFoundException,
  type ServiceException,
} from './wire/exceptions';

/** Who an access token speaks for. */
export interface Bearer {
  readonly pool: Pool;
  readonly client: Client;
  readonly user: User;
  readonly family: TokenFamily;
}

/** The scope that the user's own operations ask for; API sign-in grants it. */
export const userAdminScope = 'aws.cognito.signin.user.admin';

/** The pools of this process, and the three ways in which a request names one. */
export class LocalService {
  readonly pools: ReadonlyMap<string, Pool>;

  constructor(pools: readonly Pool[]) {
    this.pools = new Map(pools.map((pool) => [pool.id, pool]));
  }

  /** @throws ResourceNotFoundException */
  requirePool(poolId: string): Pool {
    const pool = this.pools.get(poolId);
    if (pool === undefined) throw new ResourceNotFoundException(`User pool ${poolId} does not exist.`);
    return pool;
  }

  /** @throws ResourceNotFoundException */
  requireClient(clientId: string): { readonly pool: Pool; readonly client: Client } {
    for (const pool of this.pools.values()) {
      const client = pool.clients.get(clientId);
      if (client !== undefined) return { pool, client };
    }
    throw new ResourceNotFoundException(`User pool client ${clientId} does not exist.`);
  }

  /**
   * Verifies an access token as the service does at every user operation: signature, issuer, use, expiry, revocation,
   * scope, and that the user still exists.
   * @param deleted what is thrown when the user was deleted since; not every operation declares UserNotFoundException.
   * @throws NotAuthorizedException, or `deleted`.
   */
  async requireBearer(
    accessToken: string,
    deleted: ServiceException = new UserNotFoundException('User does not exist.'),
  ): Promise<Bearer> {
    const { pool, claims } = await this.#verify(accessToken);
    const family = typeof claims['event_id'] === 'string' ? pool.families.byEventId(claims['event_id']) : undefined;
    const client = family === undefined ? undefined : pool.clients.get(family.clientId);
    if (family === undefined || client === undefined) throw new NotAuthorizedException('Invalid Access Token');
    const user = pool.users.get(family.username);
    if (user === undefined || user.sub !== claims.sub) throw deleted;
    if (family.revoked) throw new NotAuthorizedException('Access Token has been revoked');
    if (!String(claims['scope']).split(' ').includes(userAdminScope))
      throw new NotAuthorizedException('Access Token does not have required scopes');
    return { pool, client, user, family };
  }

  async #verify(accessToken: string): Promise<{ readonly pool: Pool; readonly claims: JWTPayload }> {
    try {
      const { iss } = decodeJwt(accessToken);
      const pool = typeof iss === 'string' ? this.pools.get(iss.slice(iss.lastIndexOf('/') + 1)) : undefined;
      if (pool === undefined) throw new NotAuthorizedException('Invalid Access Token');
      const { access } = await pool.keys;
      const { payload } = await jwtVerify(accessToken, access.publicKey, {
        algorithms: ['RS256'],
        issuer: pool.issuer,
        currentDate: new Date(pool.clock.now()),
      });
      if (payload['token_use'] !== 'access') throw new NotAuthorizedException('Invalid Access Token');
      return { pool, claims: payload };
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new NotAuthorizedException('Access Token has expired');
      throw error instanceof errors.JOSEError ? new NotAuthorizedException('Invalid Access Token') : error;
    }
  }
}
