import { decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose';
import { makeClientId, makeIdentity, Pool, type Client, type PoolEnvironment, type PoolIdentity } from './pool';
import type { PoolSettings } from './settings/pool-settings';
import { Domains } from './state/domains';
import type { KeptConfiguration } from './state/stored-configuration';
import type { StateKeeper } from './state-file/state-keeper';
import type { User } from './state/user';
import type { SigningKeys } from './tokens/signing-keys';
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
  /** As the token has them: a function may have added some. */
  readonly scopes: readonly string[];
}

/** The scope that the user's own operations ask for; API sign-in grants it. */
export const userAdminScope = 'aws.cognito.signin.user.admin';

/** What the pools of this process share; each has keys of its own. */
export interface ServiceEnvironment extends Omit<PoolEnvironment, 'keys'> {
  readonly makeKeys: () => Promise<SigningKeys>;
  /** Keeps pools beyond the end of the process; undefined: they are in memory alone. */
  readonly keeper?: Pick<StateKeeper, 'keysOf' | 'forget' | 'written'> | undefined;
}

/** The pools of this process, in every Region, and the three ways in which a request names one. */
export class LocalService {
  readonly #environment: ServiceEnvironment;
  readonly #pools = new Map<string, Pool>();
  readonly domains = new Domains();

  constructor(environment: ServiceEnvironment) {
    this.#environment = environment;
  }

  /** By id, in order of creation. */
  get pools(): ReadonlyMap<string, Pool> {
    return this.#pools;
  }

  /** Makes a pool and keeps it. Its id and those of its clients are known before, as settings refer to them. */
  createPool(identity: PoolIdentity, settings: PoolSettings, declared?: KeptConfiguration): Pool {
    const { makeKeys, keeper, ...environment } = this.#environment;
    let keys: Promise<SigningKeys> | undefined;
    const pool = new Pool(identity, settings, {
      ...environment,
      get keys() {
        keys ??= keeper?.keysOf(identity.poolId, makeKeys) ?? makeKeys();
        return keys;
      },
    });
    // The first pool has its keys at hand when it needs them; those of many would keep the processor busy for seconds.
    // Nobody awaits them yet, and a rejection that nobody handles ends the process: who needs them hears of it.
    if (this.#pools.size === 0) pool.keys.catch(() => undefined);
    this.#pools.set(pool.id, pool);
    if (declared !== undefined) this.#keep(pool, declared);
    return pool;
  }

  /** What a template declares for a pool beside its clients and groups. */
  #keep(pool: Pool, declared: KeptConfiguration): void {
    pool.stored.keep(declared, pool.created);
    const { region } = pool.settings;
    for (const domain of declared.domains) this.domains.add(domain, { poolId: pool.id, region }, pool.randomness);
  }

  /** One line about what no request is told. */
  log(line: string): void {
    this.#environment.log(line);
  }

  /** New ids for a pool of that Region. */
  makeIdentity(region: string, clientLogicalIds: readonly string[] = []): PoolIdentity {
    return makeIdentity(region, clientLogicalIds, this.#environment.randomness);
  }

  makeClientId(): string {
    return makeClientId(this.#environment.randomness);
  }

  removePool(poolId: string): void {
    this.#pools.delete(poolId);
    this.#environment.keeper?.forget(poolId);
  }

  /**
   * Returns once everything that has happened up to now is kept, where it is to be kept: nothing is answered before.
   * @throws InternalErrorException when it cannot be kept
   */
  async kept(): Promise<void> {
    await this.#environment.keeper?.written();
  }

  /** @throws ResourceNotFoundException */
  requirePool(poolId: string): Pool {
    const pool = this.pools.get(poolId);
    if (pool === undefined) throw new ResourceNotFoundException(`User pool ${poolId} does not exist.`);
    return pool;
  }

  /** @throws ResourceNotFoundException */
  requirePoolByArn(arn: string): Pool {
    const pool = [...this.#pools.values()].find((candidate) => candidate.arn === arn);
    if (pool === undefined) throw new ResourceNotFoundException(`Resource ${arn} does not exist.`);
    return pool;
  }

  /** The client of that id with its pool, whichever it is. */
  findClient(clientId: string): { readonly pool: Pool; readonly client: Client } | undefined {
    for (const pool of this.pools.values()) {
      const client = pool.clients.get(clientId);
      if (client !== undefined) return { pool, client };
    }
    return undefined;
  }

  /** @throws ResourceNotFoundException */
  requireClient(clientId: string): { readonly pool: Pool; readonly client: Client } {
    const found = this.findClient(clientId);
    if (found === undefined) throw new ResourceNotFoundException(`User pool client ${clientId} does not exist.`);
    return found;
  }

  /**
   * Verifies an access token as the service does at every user operation: as readAccessToken, and the scope.
   * @throws NotAuthorizedException, or `deleted`.
   */
  async requireBearer(accessToken: string, deleted?: ServiceException): Promise<Bearer> {
    const bearer = await this.readAccessToken(accessToken, deleted);
    if (!bearer.scopes.includes(userAdminScope))
      throw new NotAuthorizedException('Access Token does not have required scopes');
    return bearer;
  }

  /**
   * Verifies an access token, whatever its scope: signature, issuer, use, expiry, revocation, and that the user still
   * exists. That of a client without a user (client_credentials) speaks for nobody.
   * @param deleted what is thrown when the user was deleted since; not every operation declares UserNotFoundException.
   * @throws NotAuthorizedException, or `deleted`.
   */
  async readAccessToken(
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
    const { scope } = claims;
    return { pool, client, user, family, scopes: typeof scope === 'string' ? scope.split(' ') : [] };
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
