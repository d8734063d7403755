import type { ApplicationClient, ApplicationSettings } from './application-settings';

/** Everything, as one document; what there is none of is null, so that a reader finds every key. */
export function outputsDocument(settings: ApplicationSettings): object {
  const { environment, region, endpoint, userPoolId, issuer, discoveryUrl, jwksUri, userPool } = settings;
  const { identityPool, passkeys, groups, ...pool } = userPool;
  return {
    environment,
    region,
    endpoint: endpoint ?? null,
    userPoolId,
    issuer,
    discoveryUrl,
    jwksUri,
    managedLoginDomain: settings.managedLoginDomain ?? null,
    identityPoolId: settings.identityPoolId ?? null,
    userPool: {
      ...pool,
      passkeys: passkeys ?? null,
      groups: groups.map(({ name, precedence }) => ({ name, precedence: precedence ?? null })),
      guestIdentities: identityPool?.guests ?? false,
    },
    clients: Object.fromEntries(settings.clients.map((client) => [client.name, clientDocument(client)])),
  };
}

function clientDocument(client: ApplicationClient): object {
  return {
    id: client.id,
    kind: client.kind ?? null,
    confidential: client.confidential,
    secretName: client.secretName ?? null,
    authFlows: client.authFlows,
    oauthFlows: client.oauthFlows,
    scopes: client.scopes,
    callbackUrls: client.callbackUrls,
    logoutUrls: client.logoutUrls,
    identityProviders: client.identityProviders,
    accessTokenSeconds: client.accessTokenSeconds,
    idTokenSeconds: client.idTokenSeconds,
    refreshTokenRotation: client.refreshTokenRotation,
  };
}
