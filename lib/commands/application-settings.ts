import type { ClientTemplate } from './application-client';
import type { ApplicationIds } from './application-ids';
import type { DomainTemplate, PoolTemplate } from './application-pool';

/** Everything that a front end or a back end needs to know of a user pool. Nothing in it is a secret. */
export interface ApplicationSettings {
  readonly environment: string;
  readonly region: string;
  /** Of the local pool; undefined: the service's own. */
  readonly endpoint: string | undefined;
  readonly userPoolId: string;
  /** `iss` of the tokens. */
  readonly issuer: string;
  /** OpenID Connect Discovery 1.0 section 4. */
  readonly discoveryUrl: string;
  readonly jwksUri: string;
  /** The host of the pages of managed login and of the OAuth 2.0 endpoints; undefined where there are none. */
  readonly managedLoginDomain: string | undefined;
  readonly identityPoolId: string | undefined;
  readonly userPool: Omit<PoolTemplate, 'domain'>;
  readonly clients: readonly ApplicationClient[];
}

export interface ApplicationClient extends ClientTemplate {
  readonly id: string;
}

export interface SettingsSources {
  readonly environment: string;
  readonly region: string;
  readonly endpoint: string | undefined;
  readonly pool: PoolTemplate;
  readonly clients: readonly ClientTemplate[];
  readonly ids: ApplicationIds;
}

/** @throws TargetError when the place where the pool runs does not tell the id of a client */
export function applicationSettings(sources: SettingsSources): ApplicationSettings {
  const { environment, region, endpoint, pool, clients, ids } = sources;
  const { domain, ...userPool } = pool;
  const { userPoolId, issuer, identityPoolId } = ids;
  return {
    environment,
    region,
    endpoint,
    userPoolId,
    issuer,
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    jwksUri: `${issuer}/.well-known/jwks.json`,
    // The local pool has no pages.
    managedLoginDomain: domain === undefined || endpoint !== undefined ? undefined : hostOf(domain, region),
    identityPoolId,
    userPool,
    clients: clients.map((client) => ({ ...client, id: ids.clientId(client) })),
  };
}

/** Developer guide, "Configuring a user pool domain". */
function hostOf(domain: DomainTemplate, region: string): string {
  return domain.kind === 'custom' ? domain.name : `${domain.prefix}.auth.${region}.amazoncognito.com`;
}
