import type { ClientDraft, Draft } from '../environments/draft';
import { keep, reason } from './settle';
import { commonAttribute, isDeclared } from './settle-triggers';

const claimScopes = ['email', 'phone', 'profile'];

/** The app clients: what fits the rest of the environment, and what the rest needs of them. */
export function settleClients(environment: Draft): void {
  const { clients, resourceServers } = environment;
  const identifiers = new Set<string>();
  for (const [name, { identifier }] of Object.entries(resourceServers)) {
    if (identifiers.has(identifier)) Reflect.deleteProperty(resourceServers, name);
    identifiers.add(identifier);
  }
  for (const [name, client] of Object.entries(clients)) {
    if ('secretRotation' in client && client.secretRotation.enabled) {
      const { everyDays, graceDays } = client.secretRotation;
      client.secretRotation.graceDays = Math.min(graceDays, everyDays - 1);
    }
    if (client.kind === 'machine') {
      client.scopes = knownScopes(environment).slice(0, 50);
      const can = environment.managedLogin.pages === 'on' && client.scopes.length > 0;
      if (!can) Reflect.deleteProperty(clients, name);
    } else if (client.kind === 'legacy-password' && environment.class === 'production') {
      Reflect.deleteProperty(clients, name);
    } else settleUserClient(client, environment);
  }
  settleNeeds(environment);
}

/** Scopes of the resource servers, as clients ask for them. */
function knownScopes({ resourceServers }: Draft): string[] {
  return Object.values(resourceServers).flatMap(({ identifier, scopes }) =>
    Object.keys(scopes).map((scope) => `${identifier}/${scope}`),
  );
}

function settleUserClient(client: ClientDraft, environment: Draft): void {
  if ('managedLogin' in client) settlePages(client, environment);
  const flows: string[] = client.authFlows;
  keep(flows, (flow) => flow !== 'ALLOW_CUSTOM_AUTH' || environment.triggers.customAuthentication !== undefined);
  if (environment.featurePlan === 'LITE') {
    keep(flows, (flow) => flow !== 'ALLOW_USER_AUTH');
    client.refreshTokenRotation = { enabled: false, reason };
  }
  keep(flows, (flow) => flow !== 'ALLOW_REFRESH_TOKEN_AUTH');
  if (flows.length === 0)
    flows.push(client.kind === 'legacy-password' ? 'ALLOW_USER_PASSWORD_AUTH' : 'ALLOW_USER_SRP_AUTH');
  if (!client.refreshTokenRotation.enabled) flows.push('ALLOW_REFRESH_TOKEN_AUTH');
  client.accessTokenMinutes = Math.min(client.accessTokenMinutes, client.refreshTokenHours * 60);
  client.idTokenMinutes = Math.min(client.idTokenMinutes, client.refreshTokenHours * 60);
  if (environment.class === 'production') {
    client.preventUserExistenceErrors = { enabled: true };
    client.tokenRevocation = { enabled: true };
  }
  settleLists(client, environment);
}

function settleLists({ readAttributes, writeAttributes, ...client }: ClientDraft, environment: Draft): void {
  const { standardAttributes, customAttributes, identityProviders } = environment;
  const common = commonAttribute(environment) ?? 'name';
  keep(readAttributes, (attribute) => isDeclared(attribute, environment));
  if (readAttributes.length === 0) readAttributes.push(common);
  const listed =
    'managedLogin' in client && client.managedLogin.use === 'on' ? client.managedLogin.identityProviders : [];
  const required = Object.entries(standardAttributes).filter(([, settings]) => settings.required);
  const wanted = [
    ...required.map(([name]) => name),
    ...listed.flatMap((provider) => Object.keys(identityProviders[provider]?.attributeMapping ?? {})),
  ];
  writeAttributes.push(...wanted.filter((attribute) => !writeAttributes.includes(attribute)));
  const once = [...new Set(writeAttributes)];
  writeAttributes.splice(0, writeAttributes.length, ...once);
  keep(writeAttributes, (attribute) => {
    const custom = attribute.startsWith('custom:') ? customAttributes[attribute.slice(7)] : undefined;
    if (attribute.endsWith('_verified') || !isDeclared(attribute, environment)) return false;
    return custom === undefined || (custom.mutable && !custom.authorization);
  });
  if (writeAttributes.length === 0) writeAttributes.push(common);
}

function settlePages(client: Extract<ClientDraft, { managedLogin: unknown }>, environment: Draft): void {
  if (environment.managedLogin.pages === 'off') client.managedLogin = { use: 'off' };
  const { kind, managedLogin } = client;
  if (managedLogin.use === 'off') return;
  const fits = (url: string) =>
    url.startsWith('https:') || (url.startsWith('http:') ? environment.class !== 'production' : kind === 'native');
  keep(managedLogin.callbackUrls, fits);
  keep(managedLogin.logoutUrls, fits);
  if (managedLogin.callbackUrls.length === 0) managedLogin.callbackUrls.push('https://www.example.com/signed-in');
  const known = knownScopes(environment);
  keep(managedLogin.scopes, (scope) => !scope.includes('/'));
  managedLogin.scopes.push(...known.slice(0, 2));
  if (managedLogin.scopes.some((scope) => claimScopes.includes(scope)) || managedLogin.scopes.length === 0) {
    managedLogin.scopes = [...new Set(['openid', ...managedLogin.scopes])];
  }
  keep(
    managedLogin.identityProviders,
    (name) => name === 'COGNITO' || Object.hasOwn(environment.identityProviders, name),
  );
  if (managedLogin.identityProviders.length === 0) {
    managedLogin.identityProviders.push(...Object.keys(environment.identityProviders), 'COGNITO');
  }
}

/** What other fields ask of the clients: given to one that can have it, else no longer asked for. */
function settleNeeds(environment: Draft): void {
  const { clients, triggers, signIn, deviceTracking } = environment;
  const people = Object.values(clients).filter((client) => client.kind !== 'machine');
  const [able] = people.filter(({ kind }) => kind !== 'legacy-password');
  const allow = (flow: string): boolean => {
    const flows: string[] | undefined = able?.authFlows;
    if (flows !== undefined && !flows.includes(flow)) flows.push(flow);
    return flows !== undefined;
  };
  if (signIn.firstFactors.length > 1 && !allow('ALLOW_USER_AUTH')) {
    signIn.firstFactors = ['PASSWORD'];
    environment.passkeys = { use: 'off' };
    if (environment.mfa.mode === 'off' || !environment.mfa.factors.includes('SMS_MFA'))
      delete environment.messages.mfa?.smsMessage;
  }
  if (triggers.customAuthentication && !allow('ALLOW_CUSTOM_AUTH')) delete triggers.customAuthentication;
  const sessions = people.map(({ authSessionMinutes }) => authSessionMinutes);
  const { customAuthentication } = triggers;
  if (customAuthentication) customAuthentication.codeMinutes = Math.min(customAuthentication.codeMinutes, ...sessions);
  const flows = people.flatMap(({ authFlows }): readonly string[] => authFlows);
  if (!flows.some((flow) => /_PASSWORD_AUTH$/.test(flow))) delete triggers.userMigration;
  if (deviceTracking.tracking === 'off') return;
  if (!allow('ALLOW_USER_SRP_AUTH')) environment.deviceTracking = { tracking: 'off', reason };
  else if (deviceTracking.unusedDevices.forgotten) {
    const longest = Math.ceil(Math.max(0, ...people.map(({ refreshTokenHours }) => refreshTokenHours)) / 24);
    deviceTracking.unusedDevices.afterDays = Math.max(deviceTracking.unusedDevices.afterDays, longest);
  }
  if (environment.mfa.mode === 'off') deviceTracking.challengeRequiredOnNewDevice = false;
}
