import type { Environment } from '../environments/environment';
import type { ClientProperties } from './user-client-properties';

/** A client that signs in as itself, by the client credentials grant. */
export type MachineClient = Extract<Environment['clients'][string], { readonly kind: 'machine' }>;

/**
 * Of a machine: it gets access tokens with scopes of resource servers at the token endpoint, and nobody signs in through
 * it. ALLOW_REFRESH_TOKEN_AUTH is the one flow that begins no session, and no session means that there is nothing to
 * refresh; an empty list would allow the flows that the service takes by default, SRP among them. That is our own choice:
 * ALLOW_CLIENT_TOKEN_AUTH, for GetClientToken, is not among the values that CloudFormation and the SDK know.
 */
export function machineClientProperties(
  { scopes, accessTokenMinutes }: MachineClient,
  standardAttributes: Environment['standardAttributes'],
): ClientProperties {
  const attributes = fewestAttributes(standardAttributes);
  return {
    generateSecret: true,
    explicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
    allowedOAuthFlowsUserPoolClient: true,
    allowedOAuthFlows: ['client_credentials'],
    allowedOAuthScopes: scopes.toSorted(),
    accessTokenValidity: accessTokenMinutes,
    // Neither is ever issued; the refresh token may not end before the others.
    idTokenValidity: accessTokenMinutes,
    refreshTokenValidity: Math.ceil(accessTokenMinutes / 60),
    tokenValidityUnits: { accessToken: 'minutes', idToken: 'minutes', refreshToken: 'hours' },
    authSessionValidity: 3,
    preventUserExistenceErrors: 'ENABLED',
    enableTokenRevocation: true,
    readAttributes: attributes,
    writeAttributes: attributes,
    supportedIdentityProviders: ['COGNITO'],
    enablePropagateAdditionalUserContextData: false,
    // Never on the LITE plan, which does not know it: the token endpoint comes with the pages, and they need ESSENTIALS.
    refreshTokenRotation: { feature: 'DISABLED' },
  };
}

/**
 * What every client may write, as nobody could sign up otherwise; absent or empty, the lists would mean all standard
 * attributes. Where nothing is required it is the time of the last update, which says nothing about a person.
 */
function fewestAttributes(declared: Environment['standardAttributes']): string[] {
  const required = Object.entries(declared).flatMap(([name, settings]) => (settings.required ? [name] : []));
  return required.length === 0 ? ['updated_at'] : required.toSorted();
}
