import type { UserPoolClientType } from '@aws-sdk/client-cognito-identity-provider';
import type { Client, Pool } from '../pool';
import type { ClientSettings } from '../settings/pool-settings';
import { wireTime, type Wire } from '../wire/response';
import { knownMembers } from './known-members';

/** A client as DescribeUserPoolClient shows it, with its secret. What managed login would use is told as it was written. */
export function describeUserPoolClient(pool: Pool, client: Client): Wire<UserPoolClientType> {
  const access = inLargestUnit(client.accessTokenSeconds);
  const id = inLargestUnit(client.idTokenSeconds);
  const refresh = inLargestUnit(client.refreshTokenSeconds);
  return {
    ...toldAgain(client.declared),
    UserPoolId: pool.id,
    ClientName: client.name,
    ClientId: client.id,
    ...(client.secret !== undefined && { ClientSecret: client.secret }),
    LastModifiedDate: wireTime(client.modified),
    CreationDate: wireTime(client.created),
    RefreshTokenValidity: refresh.value,
    AccessTokenValidity: access.value,
    IdTokenValidity: id.value,
    TokenValidityUnits: { AccessToken: access.unit, IdToken: id.unit, RefreshToken: refresh.unit },
    ...(client.readAttributes !== undefined && { ReadAttributes: client.readAttributes }),
    ...(client.writeAttributes !== undefined && { WriteAttributes: client.writeAttributes }),
    ExplicitAuthFlows: client.explicitAuthFlows,
    PreventUserExistenceErrors: client.preventUserExistenceErrors ? 'ENABLED' : 'LEGACY',
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

/** Members without an effect, as far as they were written and are known. */
function toldAgain(declared: ClientSettings['declared']): Partial<Wire<UserPoolClientType>> {
  return knownMembers(declared, [
    'AllowedOAuthFlows',
    'AllowedOAuthFlowsUserPoolClient',
    'AllowedOAuthScopes',
    'AnalyticsConfiguration',
    'CallbackURLs',
    'DefaultRedirectURI',
    'EnablePropagateAdditionalUserContextData',
    'LogoutURLs',
    'RefreshTokenRotation',
    'SupportedIdentityProviders',
  ]);
}

const units = [
  { unit: 'days', seconds: 86_400 },
  { unit: 'hours', seconds: 3600 },
  { unit: 'minutes', seconds: 60 },
  { unit: 'seconds', seconds: 1 },
] as const;

type Unit = (typeof units)[number]['unit'];

/** A lifetime in the largest unit that leaves no remainder: the template's own unit is not kept. */
function inLargestUnit(lifetime: number): { readonly value: number; readonly unit: Unit } {
  const fitting = units.find(({ seconds }) => lifetime % seconds === 0) ?? units[3];
  return { value: lifetime / fitting.seconds, unit: fitting.unit };
}
