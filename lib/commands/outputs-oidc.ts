import type { ApplicationClient, ApplicationSettings } from './application-settings';

const grantTypes = {
  code: 'authorization_code',
  implicit: 'implicit',
  client_credentials: 'client_credentials',
} as const;

const responseTypes = { code: ['code'], implicit: ['token'], client_credentials: [] } as const;

/**
 * One client as an OpenID Connect library wants to be told of it, in the names of RFC 7591 section 2 and of OpenID
 * Connect RP-Initiated Logout 1.0 section 3.1. The name of the secret that holds the client secret is no registered name.
 */
export function oidcDocument(settings: ApplicationSettings, client: ApplicationClient): object {
  const { oauthFlows } = client;
  const refreshes = oauthFlows.includes('code') ? ['refresh_token'] : [];
  return {
    issuer: settings.issuer,
    discovery_url: settings.discoveryUrl,
    client_id: client.id,
    token_endpoint_auth_method: client.confidential ? 'client_secret_basic' : 'none',
    ...(client.secretName !== undefined && { client_secret_name: client.secretName }),
    grant_types: [...oauthFlows.map((flow) => grantTypes[flow]), ...refreshes],
    response_types: oauthFlows.flatMap((flow) => responseTypes[flow]),
    redirect_uris: client.callbackUrls,
    post_logout_redirect_uris: client.logoutUrls,
    scope: client.scopes.join(' '),
  };
}
