import type { CfnUserPoolClientProps } from 'aws-cdk-lib/aws-cognito';
import type { Environment } from '../environments/environment';
import type { UserClient } from '../environments/user-clients';

/** The properties of an app client, but for the pool and the name. */
export type ClientProperties = Omit<CfnUserPoolClientProps, 'userPoolId' | 'clientName'>;

export interface UserClientSurroundings extends Pick<Environment, 'featurePlan'> {
  /** How Cognito calls a declared identity provider (ProviderName). */
  readonly providerName: (declared: string) => string;
}

/** Of a client through which people sign in: by the API, and by the pages of managed login where they are on. */
export function userClientProperties(
  declared: UserClient,
  { featurePlan, providerName }: UserClientSurroundings,
): ClientProperties {
  return {
    generateSecret: declared.kind === 'server',
    explicitAuthFlows: declared.authFlows.toSorted(),
    preventUserExistenceErrors: declared.preventUserExistenceErrors.enabled ? 'ENABLED' : 'LEGACY',
    enableTokenRevocation: declared.tokenRevocation.enabled,
    accessTokenValidity: declared.accessTokenMinutes,
    idTokenValidity: declared.idTokenMinutes,
    refreshTokenValidity: declared.refreshTokenHours,
    tokenValidityUnits: { accessToken: 'minutes', idToken: 'minutes', refreshToken: 'hours' },
    authSessionValidity: declared.authSessionMinutes,
    readAttributes: declared.readAttributes.toSorted(),
    writeAttributes: declared.writeAttributes.toSorted(),
    enablePropagateAdditionalUserContextData: declared.kind === 'server' && declared.propagateAdditionalUserContextData,
    ...pages('managedLogin' in declared ? declared.managedLogin : { use: 'off' }, providerName),
    ...(featurePlan !== 'LITE' && { refreshTokenRotation: refreshTokenRotation(declared.refreshTokenRotation) }),
  };
}

type ManagedLogin = Extract<UserClient, { readonly managedLogin: unknown }>['managedLogin'];

/** The service refuses flows, scopes and URLs while AllowedOAuthFlowsUserPoolClient is false. */
function pages(managedLogin: ManagedLogin, providerName: UserClientSurroundings['providerName']): ClientProperties {
  switch (managedLogin.use) {
    case 'off':
      return { allowedOAuthFlowsUserPoolClient: false, supportedIdentityProviders: ['COGNITO'] };
    case 'on':
      return {
        allowedOAuthFlowsUserPoolClient: true,
        allowedOAuthFlows: ['code'],
        allowedOAuthScopes: managedLogin.scopes.toSorted(),
        callbackUrLs: managedLogin.callbackUrls.toSorted(),
        logoutUrLs: managedLogin.logoutUrls.toSorted(),
        supportedIdentityProviders: managedLogin.identityProviders.map(providerName).toSorted(),
      };
  }
}

function refreshTokenRotation(
  declared: UserClient['refreshTokenRotation'],
): NonNullable<ClientProperties['refreshTokenRotation']> {
  return declared.enabled
    ? { feature: 'ENABLED', retryGracePeriodSeconds: declared.graceSeconds }
    : { feature: 'DISABLED' };
}
