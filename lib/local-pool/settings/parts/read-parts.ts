import type { KeptConfiguration } from '../../state/stored-configuration';
import { checkProperties } from '../check-properties';
import type { Declared, DeclaredPool } from '../declared-stacks';
import { PropertyReader } from '../property-reader';
import type { PropertyTable } from '../property-table';
import { identityProvider } from './identity-provider';
import { logDelivery } from './log-delivery';
import type { Placed } from './once';
import { once } from './once';
import type { OwnPool, Part } from './part';
import { resourceServer } from './resource-server';
import { riskConfiguration } from './risk-configuration';
import { uiCustomization } from './ui-customization';
import { userPoolDomain } from './user-pool-domain';
import type { DeclaredUser } from './user-pool-user';
import { userPoolUser } from './user-pool-user';
import type { DeclaredMembership } from './user-to-group';
import { userToGroup } from './user-to-group';

/** All that templates declare for one pool beside its app clients, groups and triggers. */
export interface DeclaredParts extends KeptConfiguration {
  readonly users: readonly Placed<DeclaredUser>[];
  readonly memberships: readonly Placed<DeclaredMembership>[];
}

/** @param owned the resources of a type that belong to the pool */
export function readParts(
  pool: DeclaredPool,
  owned: (type: string) => readonly Declared[],
  own: OwnPool,
): DeclaredParts {
  const read = <T extends PropertyTable, Kept>(type: string, part: Part<T, Kept>): readonly Placed<Kept>[] =>
    owned(`AWS::Cognito::${type}`).flatMap(({ stack: { artifact }, resource }) => {
      const { logicalId } = resource;
      const findings = pool.findings.in(artifact.path);
      checkProperties(resource, part.properties, findings);
      if (part.feature !== undefined) findings.name(part.feature, logicalId, '', resource.type);
      const kept = part.read(new PropertyReader(resource, part.properties), own, findings);
      return kept === undefined ? [] : [{ stack: artifact.path, logicalId, part: kept }];
    });
  const domains = read('UserPoolDomain', userPoolDomain);
  const resourceServers = read('UserPoolResourceServer', resourceServer);
  const identityProviders = read('UserPoolIdentityProvider', identityProvider);
  const riskConfigurations = read('UserPoolRiskConfigurationAttachment', riskConfiguration);
  const uiCustomizations = read('UserPoolUICustomizationAttachment', uiCustomization);
  const logs = read('LogDeliveryConfiguration', logDelivery);

  once(pool, domains, 'Domain', ({ custom }) => (custom === undefined ? 'a prefix' : 'a custom domain'));
  once(pool, resourceServers, 'Identifier', ({ identifier }) => identifier);
  once(pool, identityProviders, 'ProviderName', ({ name }) => name);
  once(pool, riskConfigurations, 'ClientId', ({ clientKey }) => clientKey);
  once(pool, uiCustomizations, 'ClientId', ({ clientKey }) => clientKey);
  once(pool, logs, 'UserPoolId', () => 'log delivery');
  if (domains.length === 0) demandDomain(pool, uiCustomizations);
  return {
    domains: domains.map(partOf),
    resourceServers: resourceServers.map(partOf),
    identityProviders: identityProviders.map(partOf),
    riskConfigurations: riskConfigurations.map(partOf),
    uiCustomizations: uiCustomizations.map(partOf),
    logConfigurations: logs.flatMap(partOf),
    users: read('UserPoolUser', userPoolUser),
    memberships: read('UserPoolUserToGroupAttachment', userToGroup),
  };
}

function partOf<T>({ part }: Placed<T>): T {
  return part;
}

/** The service takes the look of pages for a pool with a domain only. */
function demandDomain(pool: DeclaredPool, looks: readonly Placed<unknown>[]): void {
  for (const { stack, logicalId } of looks) {
    const nextStep = 'Declare an AWS::Cognito::UserPoolDomain, or leave this out: the service refuses it without.';
    const complaint = { got: 'a pool without a domain', expected: 'a pool with a domain', nextStep };
    pool.findings.in(stack).stop(logicalId, '', complaint);
  }
}
