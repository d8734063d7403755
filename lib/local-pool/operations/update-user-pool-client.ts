import type { UpdateUserPoolClientResponse } from '@aws-sdk/client-cognito-identity-provider';
import { isObject } from '../../template/value';
import { describeUserPoolClient } from '../describe/user-pool-client';
import type { Client } from '../pool';
import { checkClientRules } from '../settings/client-rules';
import { pick, propertiesOf } from '../settings/declared-resource';
import { clientBeyondPlan, requirePartInPlan } from '../settings/feature-plan';
import { readRequestedClient } from '../settings/requested-client';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { clientName, userPoolClientMembers } from '../wire/user-pool-client-members';
import { operation } from './operation';

/**
 * What stays as it is when the request leaves it out (measured, cdk-real-drift #1613 and #1689; the reference says that all
 * goes back to its default, which the rest does).
 */
const kept = ['AuthSessionValidity', 'ClientName', 'EnableTokenRevocation', 'RefreshTokenRotation'];

/** Replaces the settings of an app client; its secrets stay (API_UpdateUserPoolClient). */
export const updateUserPoolClient = operation({
  name: 'UpdateUserPoolClient',
  authorisation: 'signature',
  input: {
    ...userPoolClientMembers,
    ClientId: required(member.clientId),
    ClientName: clientName,
    UserPoolId: required(member.userPoolId),
  },
  run(service, { ClientId, UserPoolId, ...members }): Wire<UpdateUserPoolClientResponse> {
    const pool = service.requirePool(UserPoolId);
    const client = pool.requireClient(ClientId);
    checkClientRules(pool, members);
    const { declared = {}, generateSecret, logicalId } = client;
    const refresh = members.RefreshTokenValidity === undefined && refreshLifetime(client, members.TokenValidityUnits);
    const GenerateSecret = client.secrets.length > 0;
    const properties = propertiesOf({ ...pick(declared, kept), ...members, ...refresh, GenerateSecret });
    const { schema, featurePlan } = pool.settings;
    const read = readRequestedClient(properties, ClientId, schema);
    requirePartInPlan(featurePlan, clientBeyondPlan(featurePlan, read));
    const name = members.ClientName ?? client.name;
    const changed = pool.clients.update(ClientId, { ...read, name, generateSecret, logicalId });
    return { UserPoolClient: describeUserPoolClient(pool, changed ?? client) };
  },
});

/** How long refresh tokens are good for, in the words in which it was said; 30 days where nobody said anything. */
function refreshLifetime({ declared }: Client, units: object | undefined): object {
  const { RefreshTokenValidity, TokenValidityUnits } = pick(declared ?? {}, [
    'RefreshTokenValidity',
    'TokenValidityUnits',
  ]);
  const unit = isObject(TokenValidityUnits) ? TokenValidityUnits['RefreshToken'] : undefined;
  return {
    ...(RefreshTokenValidity !== undefined && { RefreshTokenValidity }),
    TokenValidityUnits: { ...units, RefreshToken: unit ?? 'days' },
  };
}
