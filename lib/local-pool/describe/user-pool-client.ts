import type { UserPoolClientType } from '@aws-sdk/client-cognito-identity-provider';
import type { Client, Pool } from '../pool';
import { wireTime, type Wire } from '../wire/response';
import { declaredMembers } from './declared-members';

/**
 * A client as DescribeUserPoolClient shows it, with its secret. What was not said is left out even where it has a default
 * (answers of the service, 2021 to 2025): the flows, the lifetimes but for that of refresh tokens, the units.
 */
export function describeUserPoolClient(pool: Pool, client: Client): Wire<UserPoolClientType> {
  return {
    AllowedOAuthFlowsUserPoolClient: false,
    EnablePropagateAdditionalUserContextData: false,
    TokenValidityUnits: {},
    ...toldAgain(client),
    UserPoolId: pool.id,
    ClientName: client.name,
    ClientId: client.id,
    ...(client.secret !== undefined && { ClientSecret: client.secret }),
    LastModifiedDate: wireTime(client.modified),
    CreationDate: wireTime(client.created),
    RefreshTokenValidity: refreshTokenValidity(client),
    EnableTokenRevocation: client.tokenRevocation,
    ...(client.refreshTokenRotation !== undefined && {
      RefreshTokenRotation: {
        Feature: 'ENABLED' as const,
        RetryGracePeriodSeconds: client.refreshTokenRotation.retryGracePeriodSeconds,
      },
    }),
    AuthSessionValidity: client.authSessionSeconds / 60,
    ClientType: 'REGULAR',
  };
}

/** Members as they were written, as far as they are known. */
function toldAgain({ declared }: Client): Partial<Wire<UserPoolClientType>> {
  return declaredMembers(declared, [
    'AccessTokenValidity',
    'AllowedOAuthFlows',
    'AllowedOAuthFlowsUserPoolClient',
    'AllowedOAuthScopes',
    'AnalyticsConfiguration',
    'CallbackURLs',
    'DefaultRedirectURI',
    'EnablePropagateAdditionalUserContextData',
    'ExplicitAuthFlows',
    'IdTokenValidity',
    'LogoutURLs',
    'PreventUserExistenceErrors',
    'ReadAttributes',
    'RefreshTokenRotation',
    'SupportedIdentityProviders',
    'TokenValidityUnits',
    'WriteAttributes',
  ]);
}

/** In the unit that was written. */
function refreshTokenValidity({ declared, refreshTokenSeconds }: Client): number {
  const { TokenValidityUnits: units } = declaredMembers<Wire<UserPoolClientType>>(declared, ['TokenValidityUnits']);
  return refreshTokenSeconds / secondsOf[units?.RefreshToken ?? 'days'];
}

const secondsOf = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;
