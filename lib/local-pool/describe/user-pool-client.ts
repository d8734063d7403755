import type { UserPoolClientType } from '@aws-sdk/client-cognito-identity-provider';
import type { Client, Pool } from '../pool';
import { wireTime, type Wire } from '../wire/response';

/** A client as DescribeUserPoolClient shows it, with its secret. What managed login would use is left out. */
export function describeUserPoolClient(pool: Pool, client: Client): Wire<UserPoolClientType> {
  const access = inLargestUnit(client.accessTokenSeconds);
  const id = inLargestUnit(client.idTokenSeconds);
  const refresh = inLargestUnit(client.refreshTokenSeconds);
  return {
    UserPoolId: pool.id,
    ClientName: client.name,
    ClientId: client.id,
    ...(client.secret !== undefined && { ClientSecret: client.secret }),
    LastModifiedDate: wireTime(pool.created),
    CreationDate: wireTime(pool.created),
    RefreshTokenValidity: refresh.value,
    AccessTokenValidity: access.value,
    IdTokenValidity: id.value,
    TokenValidityUnits: { AccessToken: access.unit, IdToken: id.unit, RefreshToken: refresh.unit },
    ...(client.readAttributes !== undefined && { ReadAttributes: client.readAttributes }),
    ...(client.writeAttributes !== undefined && { WriteAttributes: client.writeAttributes }),
    ExplicitAuthFlows: client.explicitAuthFlows,
    PreventUserExistenceErrors: client.preventUserExistenceErrors ? 'ENABLED' : 'LEGACY',
    EnableTokenRevocation: client.tokenRevocation,
    AuthSessionValidity: client.authSessionSeconds / 60,
    ClientType: 'REGULAR',
  };
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
