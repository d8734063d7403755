import type { LogConfigurationType, RiskConfigurationType } from '@aws-sdk/client-cognito-identity-provider';
import type { providerTypes } from '../wire/identity-provider-members';
import type { Wire } from '../wire/response';
import type { DomainSettings } from './domains';

/** Names the scopes `identifier/name` that clients may ask for (ResourceServerType). */
export interface ResourceServer {
  readonly identifier: string;
  readonly name: string;
  readonly scopes: readonly { readonly name: string; readonly description: string }[];
}

/** What somebody says of an identity provider, by a request or in a template. */
export interface IdentityProviderSettings {
  readonly name: string;
  readonly type: (typeof providerTypes)[number];
  readonly details: Readonly<Record<string, string>>;
  /** undefined: that of the service, by which the subject becomes the username. */
  readonly attributeMapping: Readonly<Record<string, string>> | undefined;
  readonly identifiers: readonly string[];
}

/** Another place that users could come from (IdentityProviderType); nobody comes from there yet. */
export interface IdentityProvider extends IdentityProviderSettings {
  readonly attributeMapping: Readonly<Record<string, string>>;
  readonly created: number;
  readonly modified: number;
}

/** Why the service would not take a provider of that name, in its words; undefined where it would. */
export function providerNameProblem({
  name,
  type,
}: Pick<IdentityProviderSettings, 'name' | 'type'>): string | undefined {
  const isSocial = type !== 'SAML' && type !== 'OIDC';
  return isSocial && name !== type ? `Provider ${name} cannot be of type ${type}.` : undefined;
}

/** The blocks of SetRiskConfiguration. */
export type RiskBlocks = Pick<
  Wire<RiskConfigurationType>,
  'AccountTakeoverRiskConfiguration' | 'CompromisedCredentialsRiskConfiguration' | 'RiskExceptionConfiguration'
>;

/** What SetRiskConfiguration keeps, without the names of pool and client. */
export interface RiskConfiguration {
  readonly blocks: RiskBlocks;
  readonly modified: number;
}

/** The look of the classic hosted pages. */
export interface UiCustomization {
  readonly css: string | undefined;
  readonly created: number;
  readonly modified: number;
}

/** What a template declares for a pool beside clients, groups and users. A client key is a client id, or `ALL`. */
export interface KeptConfiguration {
  readonly domains: readonly DomainSettings[];
  readonly resourceServers: readonly ResourceServer[];
  readonly identityProviders: readonly IdentityProviderSettings[];
  readonly riskConfigurations: readonly { readonly clientKey: string; readonly blocks: RiskBlocks }[];
  readonly uiCustomizations: readonly { readonly clientKey: string; readonly css: string | undefined }[];
  readonly logConfigurations: readonly Wire<LogConfigurationType>[];
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
  /** By client id: for how long a client signs people in anew from a session of managed login, minutes. */
  readonly ssoValidityMinutes = new Map<string, number>();
  logConfigurations: readonly Wire<LogConfigurationType>[] = [];

  /** Takes what a template declares, but for the domains, which the pools share. @param now milliseconds */
  keep(declared: KeptConfiguration, now: number): void {
    for (const server of declared.resourceServers) this.resourceServers.set(server.identifier, server);
    for (const provider of declared.identityProviders) this.addProvider(provider, now);
    for (const { clientKey, blocks } of declared.riskConfigurations)
      this.riskConfigurations.set(clientKey, { blocks, modified: now });
    for (const { clientKey, css } of declared.uiCustomizations)
      this.uiCustomizations.set(clientKey, { css, created: now, modified: now });
    this.logConfigurations = declared.logConfigurations;
  }

  /** @param now milliseconds */
  addProvider(settings: IdentityProviderSettings, now: number): IdentityProvider {
    const { attributeMapping = { username: 'sub' } } = settings;
    const provider = { ...settings, attributeMapping, created: now, modified: now };
    this.identityProviders.set(provider.name, provider);
    return provider;
  }
}

/** Where a configuration for every client of a pool is kept, as the service writes it. */
export const everyClient = 'ALL';
