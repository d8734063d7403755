import type {
  CustomDomainConfigType,
  DomainDescriptionType,
  GetUserPoolMfaConfigResponse,
  GroupType,
  IdentityProviderType,
  LogConfigurationType,
  ResourceServerType,
  RiskConfigurationType,
  UserPoolClientType,
  UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider';

/** An app client as it is; that it has a secret is told, the secret is not kept. */
export interface LiveClient extends Omit<UserPoolClientType, 'ClientSecret'> {
  readonly hasSecret: boolean;
}

export interface LiveDomain extends Omit<DomainDescriptionType, 'CustomDomainConfig'> {
  readonly CustomDomainConfig?: Partial<CustomDomainConfigType> | undefined;
}

/** A user pool as the service tells it, with all that belongs to it. Plain data, without secrets. */
export interface LivePool {
  readonly id: string;
  readonly pool: UserPoolType;
  /** What only GetUserPoolMfaConfig tells: the factors and passkeys. */
  readonly mfa: GetUserPoolMfaConfigResponse;
  readonly clients: readonly LiveClient[];
  readonly domains: readonly LiveDomain[];
  readonly groups: readonly GroupType[];
  readonly identityProviders: readonly IdentityProviderType[];
  readonly resourceServers: readonly ResourceServerType[];
  /** That of the pool, without ClientId, and those of the clients that have one of their own. */
  readonly riskConfigurations: readonly RiskConfigurationType[];
  readonly logConfigurations: readonly LogConfigurationType[];
}
