import type { Draft } from '../environments/draft';
import { keep } from './settle';

/** The pages, who else signs users in, and what is taken over from them. */
export function settleProviders(environment: Draft): void {
  settleDomain(environment);
  const { identityProviders, standardAttributes } = environment;
  const taken = new Set<string>();
  for (const [name, provider] of Object.entries(identityProviders)) {
    const isNamed = provider.type === 'SAML' || provider.type === 'OIDC';
    if (!isNamed && taken.has(provider.type)) {
      Reflect.deleteProperty(identityProviders, name);
      continue;
    }
    taken.add(provider.type);
    keep(provider.identifiers, (identifier) => !taken.has(identifier));
    for (const identifier of provider.identifiers) taken.add(identifier);
    if (provider.type === 'OIDC' && !provider.scopes.includes('openid')) provider.scopes.push('openid');
  }
  if (Object.keys(identityProviders).length === 0) return;
  for (const [name, settings] of Object.entries(standardAttributes)) {
    if (!settings.required) continue;
    settings.mutable = true;
    for (const { attributeMapping } of Object.values(identityProviders)) attributeMapping[name] ??= name;
  }
  for (const provider of Object.values(identityProviders)) settleMapping(provider.attributeMapping, environment);
}

function settleMapping(mapping: Record<string, string>, environment: Draft): void {
  const { standardAttributes, customAttributes, triggers } = environment;
  if (triggers.inboundFederation) standardAttributes.email ??= { required: false, mutable: true };
  if (triggers.inboundFederation && standardAttributes.email?.mutable === true) mapping['email'] ??= 'email';
  for (const attribute of Object.keys(mapping)) {
    const standard = Object.entries(standardAttributes).find(([name]) => name === attribute)?.[1];
    const custom = customAttributes[attribute.replace(/^custom:/, '')];
    const fits = attribute.startsWith('custom:') ? custom?.mutable && !custom.authorization : standard?.mutable;
    if (fits !== true) Reflect.deleteProperty(mapping, attribute);
  }
  if (mapping['email'] !== undefined) mapping['email_verified'] = 'email_verified';
}

function settleDomain({ managedLogin, replicas }: Draft): void {
  if (managedLogin.pages === 'off') return;
  const { domain, terms } = managedLogin;
  for (const links of Object.values(terms ?? {})) links['cognito:default'] ??= 'https://example.com/terms';
  if (domain.kind === 'prefix') return;
  const parent = domain.name.slice(domain.name.indexOf('.') + 1);
  if (domain.certificate.from === 'stack') domain.hostedZone ??= { id: 'Z0123456789ABCDEFGHIJ', name: parent };
  if (domain.hostedZone) domain.hostedZone.name = parent;
  if (replicas.length === 0) delete domain.failover;
}
