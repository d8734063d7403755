import type {
  CreateIdentityProviderRequest,
  IdentityProviderTypeType,
  LogConfigurationType,
  RiskConfigurationType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Wire } from '../wire/response';

/** Names the scopes `identifier/name` that clients may ask for (ResourceServerType). */
export interface ResourceServer {
  readonly identifier: string;
  readonly name: string;
  readonly scopes: readonly { readonly name: string; readonly description: string }[];
}

/** Another place that users could come from (IdentityProviderType); nobody comes from there yet. */
export interface IdentityProvider {
  readonly name: string;
  readonly type: IdentityProviderTypeType;
  readonly details: Wire<CreateIdentityProviderRequest['ProviderDetails']>;
  readonly attributeMapping: Readonly<Record<string, string>>;
  readonly identifiers: readonly string[];
  readonly created: number;
  readonly modified: number;
}

/** What SetRiskConfiguration keeps, without the names of pool and client. */
export interface RiskConfiguration {
  readonly blocks: Pick<
    Wire<RiskConfigurationType>,
    'AccountTakeoverRiskConfiguration' | 'CompromisedCredentialsRiskConfiguration' | 'RiskExceptionConfiguration'
  >;
  readonly modified: number;
}

/** The look of the classic hosted pages. */
export interface UiCustomization {
  readonly css: string | undefined;
  readonly created: number;
  readonly modified: number;
}

/**
 * What belongs to one pool, is kept as it was sent and told again, and changes nothing that this process does: see
 * docs/local-pool.md. Clients and what they may name are held against it.
 */
export class StoredConfiguration {
  /** By identifier. */
  readonly resourceServers = new Map<string, ResourceServer>();
  /** By name. */
  readonly identityProviders = new Map<string, IdentityProvider>();
  /** By client id; `ALL` for the pool. */
  readonly riskConfigurations = new Map<string, RiskConfiguration>();
  /** By client id; `ALL` for the pool. */
  readonly uiCustomizations = new Map<string, UiCustomization>();
  /** By client id: for how long a client would sign people in anew from a session of managed login, minutes. */
  readonly ssoValidityMinutes = new Map<string, number>();
  logConfigurations: readonly Wire<LogConfigurationType>[] = [];
}

/** Where a configuration for every client of a pool is kept, as the service writes it. */
export const everyClient = 'ALL';
